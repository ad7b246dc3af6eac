import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { makeNameList, type ReplyOf } from '@qinglan/contracts';
import type { Trilingual } from '@qinglan/domain';
import { ApiClient, BeijingDateTime, ProblemText } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import { Told } from '../parts/told';

/** Whose names. */
export interface NamesGiven {
  readonly key: string;
  readonly year: number;
  readonly name: Trilingual;
}

/** The names behind a numeral of people: asked for with a reason that is kept, printed with who asked on every page. */
@Component({
  selector: 'reports-names-dialog',
  imports: [BeijingDateTime, Control, DialogFrame, Field, FormsModule, Notice, Told, TranslocoPipe],
  templateUrl: './names-dialog.html',
  styleUrl: './names-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NamesDialog {
  protected readonly given = inject<NamesGiven>(DIALOG_DATA);
  private readonly api = inject(ApiClient);
  private readonly problems = inject(ProblemText);

  protected readonly reason = signal('');
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly list = signal<ReplyOf<typeof makeNameList> | null>(null);
  protected readonly isWhole = computed(() => this.list() !== null || this.reason().trim().length > 0);

  protected async ask(): Promise<void> {
    if (this.list()) return globalThis.print();
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const { key, year } = this.given;
      this.list.set(
        await this.api.call(makeNameList, { params: { key }, body: { year, reason: this.reason().trim() } }),
      );
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
