import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyReportView } from '@qinglan/contracts';
import { inLanguage } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Badge, DialogFrame, Notice } from '@qinglan/web-ui';
import { Sending } from '../parts/sending';
import { Told } from '../parts/told';
import type { YearlyStore } from '../yearly/yearly.store';
import { PlaceButtons } from './place-buttons';
import { moved } from './reorder';

/** The draft as it was read, and the store that sends the order. */
export interface OrderGiven {
  readonly report: YearlyReportView;
  readonly store: YearlyStore;
}

/** Puts the sections of a draft in order, one step at a time, and sends the order once. */
@Component({
  selector: 'reports-order-dialog',
  imports: [Badge, DialogFrame, Notice, PlaceButtons, Told, TranslocoPipe],
  providers: [Sending],
  template: `
    <ui-dialog
      [heading]="'reports.arrange.order' | transloco"
      [act]="'ui.save' | transloco"
      [busy]="sending.isBusy()"
      [disabled]="!isChanged()"
      (acted)="save()"
    >
      @if (sending.problem(); as problem) {
        <ui-notice tone="bad">{{ problem }}</ui-notice>
      }
      <p class="soft small">{{ 'reports.arrange.orderHint' | transloco }}</p>
      <ol>
        @for (section of sections(); track section.code; let at = $index) {
          <li>
            <span class="name"
              ><b class="figures">{{ at + 1 }}</b> <bdi>{{ section.title | told }}</bdi>
              @if (section.isHidden) {
                <ui-badge>{{ 'reports.draft.hidden' | transloco }}</ui-badge>
              }
            </span>
            <reports-place-buttons
              [at]="at"
              [count]="sections().length"
              [name]="nameOf(section)"
              (moved)="move(at, $event)"
            />
          </li>
        }
      </ol>
    </ui-dialog>
  `,
  styleUrl: './arranged-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrderDialog {
  private readonly given = inject<OrderGiven>(DIALOG_DATA);
  private readonly languages = inject(Languages);
  protected readonly sending = inject(Sending);

  protected readonly sections = signal(this.given.report.sections as readonly YearlyReportView['sections'][number][]);
  protected readonly isChanged = computed(() => {
    const before = this.given.report.sections.map(({ code }) => code).join(' ');
    return (
      before !==
      this.sections()
        .map(({ code }) => code)
        .join(' ')
    );
  });

  protected nameOf({ title }: YearlyReportView['sections'][number]): string {
    return inLanguage(title, this.languages.current());
  }

  protected move(at: number, steps: number): void {
    this.sections.update((list) => moved(list, at, steps));
  }

  protected async save(): Promise<void> {
    const { report, store } = this.given;
    const codes = this.sections().map(({ code }) => code);
    await this.sending.send(() => store.order(report, codes));
  }
}
