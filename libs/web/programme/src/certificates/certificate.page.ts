import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CertificateView, readCertificate, revokeCertificate } from '@qinglan/contracts';
import { asId, type CertificateId } from '@qinglan/domain';
import { ApiClient, ProblemText, remote } from '@qinglan/web-platform';
import { Button, Confirm, Icon, Notice, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { ItemWords } from '../item-words';
import { Paper } from './paper';

/** One certificate, to print, and for administrators to revoke. */
@Component({
  selector: 'programme-certificate-page',
  imports: [Button, Icon, Notice, Page, Paper, ProblemNotice, TranslocoPipe, Waiting],
  template: `
    <ui-page
      [sheet]="true"
      [heading]="'programme.certificate.title' | transloco"
      [back]="back()"
      [backLabel]="'programme.item.title' | transloco"
    >
      @let one = certificate();
      @if (one.state === 'ready') {
        <div uiActs class="row">
          <button uiButton="strong" type="button" (click)="print()">
            <ui-icon name="print" />{{ 'ui.print' | transloco }}
          </button>
          @if (one.value.mayRevoke) {
            <button uiButton="quiet" type="button" (click)="revoke(one.value)">
              {{ 'programme.certificate.revoke' | transloco }}
            </button>
          }
        </div>
      }
      @switch (one.state) {
        @case ('loading') {
          <ui-waiting [lines]="8" />
        }
        @case ('failed') {
          <ui-problem [problem]="one.problem" (again)="certificate.reload()" />
        }
        @case ('ready') {
          @if (one.value.revokedAt) {
            <ui-notice class="no-print" tone="bad">{{
              'programme.certificate.revokedBecause' | transloco: { reason: one.value.reason }
            }}</ui-notice>
          }
          <programme-paper [certificate]="one.value" />
        }
      }
    </ui-page>
  `,
  styles: `
    ui-notice {
      margin-block-end: var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CertificatePage {
  private readonly api = inject(ApiClient);
  private readonly confirm = inject(Confirm);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);
  private readonly words = inject(ItemWords);

  readonly certificateId = input.required<string>();

  protected readonly certificate = remote(() => {
    const certificateId = asId<CertificateId>(this.certificateId());
    return this.api.call(readCertificate, { params: { certificateId } });
  });
  protected readonly back = computed(() => {
    const one = this.certificate.value();
    return one ? ['/programme', one.itemId] : ['/programme'];
  });

  protected print(): void {
    globalThis.print();
  }

  protected async revoke({ id, name, version }: CertificateView): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.words.say('certificate.ask', { name }),
      text: this.words.say('certificate.askText'),
      act: this.words.say('certificate.revoke'),
      look: 'danger',
      reason: 'needed',
    });
    if (!yes) return;
    try {
      const body = { reason: yes.reason };
      this.certificate.put(await this.api.call(revokeCertificate, { params: { certificateId: id }, version, body }));
      this.toast.say(this.words.say('certificate.revokedDone'));
    } catch (error) {
      this.toast.warn(this.problems.of(error));
      await this.certificate.reload();
    }
  }
}
