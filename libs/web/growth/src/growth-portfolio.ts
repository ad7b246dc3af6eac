import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type GrowthView, withdrawPortfolioItem } from '@qinglan/contracts';
import { isLink } from '@qinglan/domain';
import { BeijingDay, Languages } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Dialogs, Icon } from '@qinglan/web-ui';
import { Acting } from './acting';
import { GrowthStore } from './growth.store';
import { ItemDialog } from './item-dialog';

type Item = GrowthView['items'][number];

/** What was counted by hand: what, when, by whom, with its evidence. */
@Component({
  selector: 'growth-portfolio',
  imports: [Badge, BeijingDay, Button, Icon, TranslocoPipe],
  template: `
    <section class="card" id="portfolio" aria-labelledby="portfolio-heading">
      <header>
        <h2 id="portfolio-heading">{{ 'growth.portfolio.title' | transloco }}</h2>
        @if (growth().mayRecord) {
          <button uiButton type="button" class="no-print" (click)="add()">
            <ui-icon name="add" />{{ 'growth.portfolio.add' | transloco }}
          </button>
        }
      </header>
      <p class="soft small">{{ 'growth.portfolio.hint' | transloco }}</p>
      <ul>
        @for (item of growth().items; track item.id) {
          <li>
            <p class="name">
              <ui-badge>{{ 'words.obligationKind.' + item.kind | transloco }}</ui-badge>
              <bdi [class.gone]="item.withdrawn">{{ item.title }}</bdi>
            </p>
            <p class="small">
              @if (link(item)) {
                <a [href]="item.evidence" target="_blank" rel="noopener noreferrer" dir="ltr">{{ item.evidence }}</a>
              } @else {
                <bdi>{{ item.evidence }}</bdi>
              }
            </p>
            <p class="soft small">
              {{ item.onDay | beijingDay: 'full' }} · {{ 'growth.portfolio.by' | transloco }}<bdi>{{ item.by }}</bdi>
            </p>
            @if (item.withdrawn; as withdrawn) {
              <p class="small late">
                {{ 'growth.portfolio.withdrawn' | transloco }}<bdi>{{ withdrawn.reason }}</bdi>
              </p>
            }
            @if (item.mayWithdraw) {
              <button uiButton="quiet" type="button" class="no-print" [busy]="acting.isBusy()" (click)="withdraw(item)">
                <ui-icon name="undo" />{{ 'growth.portfolio.withdraw' | transloco
                }}<span class="visually-hidden"> {{ item.title }}</span>
              </button>
            }
          </li>
        } @empty {
          <li class="soft">{{ 'growth.portfolio.none' | transloco }}</li>
        }
      </ul>
    </section>
  `,
  styleUrl: './section.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GrowthPortfolio {
  protected readonly acting = inject(Acting);
  private readonly store = inject(GrowthStore);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);

  readonly growth = input.required<GrowthView>();

  protected readonly link = ({ evidence }: Item) => isLink(evidence);

  protected async add(): Promise<void> {
    await this.dialogs.open(ItemDialog, { growth: this.growth(), store: this.store }, 'usual');
  }

  protected async withdraw(item: Item): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('growth.portfolio.withdrawAsk'),
      text: this.languages.say('growth.portfolio.withdrawText', { title: item.title }),
      act: this.languages.say('growth.portfolio.withdraw'),
      ...{ look: 'danger', reason: 'needed' },
    });
    if (!yes) return;
    const params = { pairingId: this.growth().pairing.id, itemId: item.id };
    const call = { params, body: { reason: yes.reason } };
    await this.acting.run(() => this.store.change(withdrawPortfolioItem, call), 'growth.portfolio.withdrawDone');
  }
}
