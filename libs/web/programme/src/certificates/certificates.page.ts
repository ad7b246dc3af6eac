import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CertificateView, listCertificates } from '@qinglan/contracts';
import { asId, type ItemId } from '@qinglan/domain';
import { ApiClient, remote } from '@qinglan/web-platform';
import { Button, Icon, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Paper } from './paper';

/** Every certificate of an item that the reader may print, one a page. */
@Component({
  selector: 'programme-certificates-page',
  imports: [Button, Icon, Nothing, Page, Paper, ProblemNotice, TranslocoPipe, Waiting],
  template: `
    <ui-page
      [sheet]="true"
      [heading]="'programme.certificate.all' | transloco"
      [back]="['/programme', itemId()]"
      [backLabel]="'programme.item.title' | transloco"
    >
      @let all = certificates();
      @if (all.state === 'ready' && all.value.length > 0) {
        <div uiActs>
          <button uiButton="strong" type="button" (click)="print()">
            <ui-icon name="print" />{{ 'programme.certificate.print' | transloco: { n: all.value.length } }}
          </button>
        </div>
      }
      @switch (all.state) {
        @case ('loading') {
          <ui-waiting [lines]="8" />
        }
        @case ('failed') {
          <ui-problem [problem]="all.problem" (again)="certificates.reload()" />
        }
        @case ('ready') {
          @for (one of all.value; track one.id) {
            <programme-paper [certificate]="one" />
          } @empty {
            <ui-nothing
              icon="print"
              [heading]="'programme.certificate.none' | transloco"
              [hint]="'programme.certificate.noneHint' | transloco"
            />
          }
        }
      }
    </ui-page>
  `,
  styles: `
    programme-paper {
      display: block;
      margin-block-end: var(--space-6);
    }
    @media print {
      programme-paper {
        margin: 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CertificatesPage {
  private readonly api = inject(ApiClient);

  readonly itemId = input.required<string>();

  protected readonly certificates = remote(() => this.everyOne(asId<ItemId>(this.itemId())));

  protected print(): void {
    globalThis.print();
  }

  /** Whoever prints prints all of them: page after page. */
  private async everyOne(itemId: ItemId): Promise<readonly CertificateView[]> {
    const found: CertificateView[] = [];
    let after: string | undefined;
    do {
      const query = { limit: 200, ...(after && { after }) };
      const page = await this.api.call(listCertificates, { params: { itemId }, query });
      found.push(...page.items);
      after = page.next ?? undefined;
    } while (after);
    return found;
  }
}
