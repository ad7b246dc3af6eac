import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { verifyCertificate } from '@qinglan/contracts';
import { ApiClient, BeijingDay, failureName, remote } from '@qinglan/web-platform';
import { Badge, Button, Control, Field, Notice, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { ItemWords } from '../item-words';

/** Tells anybody with a code whether the certificate in their hands holds: what stands on the paper, and nothing else. */
@Component({
  selector: 'programme-verify-page',
  imports: [
    Badge,
    BeijingDay,
    Button,
    Control,
    Field,
    FormsModule,
    Notice,
    Page,
    ProblemNotice,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './verify.page.html',
  styleUrl: './verify.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerifyPage {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  protected readonly words = inject(ItemWords);

  readonly code = input<string>();

  protected readonly typed = signal('');
  protected readonly nameOf = failureName;
  protected readonly found = remote(() => {
    const code = this.code();
    return code ? this.api.call(verifyCertificate, { params: { code } }) : undefined;
  });

  constructor() {
    effect(() => this.typed.set(this.code() ?? ''));
  }

  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    const code = this.typed().trim();
    if (code === this.code()) return this.found.reload();
    if (code !== '') await this.router.navigate(['/verify', code]);
  }
}
