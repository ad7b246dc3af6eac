import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingToActOn } from '@qinglan/contracts';
import { type ReasonToAct, remedyOf } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Badge, Button, Cell, type Column, DataList, RowActs, type Tone } from '@qinglan/web-ui';

const tones: Readonly<Record<ReasonToAct, Tone>> = {
  'no-contact': 'bad',
  'obligation-red': 'bad',
  'obligation-amber': 'warn',
  'end-overdue': 'warn',
  'agreement-unsigned': 'neutral',
  'consent-waiting': 'neutral',
  'countersign-waiting': 'neutral',
};

const daysOfYear = 365;

/** Those who need somebody: who, why, and the next step one press away. */
@Component({
  selector: 'tracking-case-list',
  imports: [Badge, Button, Cell, DataList, RouterLink, RowActs, TranslocoPipe],
  templateUrl: './case-list.html',
  styleUrl: './case-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaseList {
  private readonly languages = inject(Languages);

  readonly rows = input.required<readonly PairingToActOn[]>();
  readonly hasMore = input(false);
  readonly loadingMore = input(false);
  readonly more = output();

  protected readonly toneOf = (reason: ReasonToAct): Tone => tones[reason];
  protected readonly columns = computed<readonly Column<PairingToActOn>[]>(() =>
    ['mentee', 'mentor', 'waiting', 'reasons', 'worst'].map((key) => ({
      key,
      label: this.languages.say(`tracking.list.${key}`),
      numeric: key === 'waiting',
      wideOnly: key === 'worst',
    })),
  );
  protected readonly keyOf = ({ pairingId }: PairingToActOn) => pairingId;

  /** Past its end nobody has to call, as on the page of the pairing; more than a year is said in years. */
  protected readonly waiting = ({ reasons, waitingDays }: PairingToActOn): string | null => {
    if (reasons.includes('end-overdue') || reasons.includes('consent-waiting')) return null;
    if (waitingDays < daysOfYear) return this.languages.say('tracking.list.days', { days: waitingDays });
    return this.languages.say('tracking.list.years', { years: Math.floor(waitingDays / daysOfYear) });
  };

  protected readonly remedy = (row: PairingToActOn) => remedyOf(row.reasons, row);

  /** Its page, from where those who may read the portfolio decide the end beside it. */
  protected readonly addressOf = ({ pairingId }: PairingToActOn): readonly string[] => ['/pairings', pairingId];
}
