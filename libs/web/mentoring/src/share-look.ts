import type { PairingCard } from '@qinglan/contracts';
import { balanceOf, Temporal, type Balance, type Debtor, type ObligationKind, type ShareTone } from '@qinglan/domain';
import type { Tone } from '@qinglan/web-ui';

/** A share as it crosses the wire. */
export type ShareView = PairingCard['shares'][number];

/** A share, and how it stands on a day. */
export interface ShareLook extends ShareView {
  readonly balance: Balance;
  readonly tone: Tone;
}

const tones: Readonly<Record<ShareTone, Tone>> = {
  none: 'neutral',
  done: 'good',
  fair: 'accent',
  amber: 'warn',
  red: 'bad',
};

const paidOf = (share: ShareView) => ({
  due: share.due,
  done: share.done,
  firstDay: Temporal.PlainDate.from(share.firstDay),
  lastDay: Temporal.PlainDate.from(share.lastDay),
});

/** Shares with their balance; a period that owes nothing is left out. */
export function looksOf(shares: readonly ShareView[], today: string): readonly ShareLook[] {
  const day = Temporal.PlainDate.from(today);
  return shares
    .filter(({ due }) => due > 0)
    .map((share) => {
      const balance = balanceOf(paidOf(share), day);
      return { ...share, balance, tone: tones[balance.tone] };
    });
}

/** How much of a bar is filled, and where today stands in it, in per cent. */
export const barOf = ({ due, done, balance }: ShareLook): { readonly filled: number; readonly mark: number } => ({
  filled: Math.min(100, Math.round((done / due) * 100)),
  mark: Math.round((balance.dueToDate / due) * 100),
});

/** How many shares stand worst, behind before slow: what is slow is not counted as behind. Null where all is well. */
export function worstOf(looks: readonly ShareLook[]): { readonly tone: 'red' | 'amber'; readonly n: number } | null {
  const [red, amber] = (['red', 'amber'] as const).map((tone) => ({
    tone,
    n: looks.filter(({ balance }) => balance.tone === tone).length,
  }));
  return [red, amber].find((one) => one !== undefined && one.n > 0) ?? null;
}

/** What one of the two still owes of one kind until the end of a month, term or year. */
export interface OwedLine {
  readonly kind: ObligationKind;
  readonly per: ShareView['per'];
  readonly owed: number;
}

/** What one of the two still owes, each kind and period by itself: seven lessons and two papers are not nine of anything. */
export function owedLines(looks: readonly ShareLook[], debtor: Debtor): readonly OwedLine[] {
  const owing = looks.filter((look) => look.owedBy === debtor && look.balance.owed > 0);
  const groups = Map.groupBy(owing, ({ kind, per }) => `${kind} ${per}`);
  return [...groups.values()].flatMap((those) => {
    const [first] = those;
    return first
      ? [{ kind: first.kind, per: first.per, owed: those.reduce((sum, one) => sum + one.balance.owed, 0) }]
      : [];
  });
}

/** All that one obligation asked and got: the period of today, and the whole span of the pairing. */
export interface ObligationSum {
  readonly kind: ObligationKind;
  readonly owedBy: Debtor;
  readonly number: number;
  readonly per: ShareView['per'];
  /** The period that holds today, else the next one, else the last. */
  readonly current: ShareLook | null;
  readonly isAhead: boolean;
  readonly isOver: boolean;
  readonly toDate: { readonly due: number; readonly done: number; readonly behind: number };
  readonly whole: { readonly due: number; readonly done: number; readonly owed: number };
}

function sumOf(shares: readonly ShareView[], today: string): Omit<ObligationSum, 'kind' | 'owedBy' | 'number' | 'per'> {
  const looks = looksOf(shares, today);
  const running = looks.find((one) => one.firstDay <= today && today <= one.lastDay);
  const ahead = looks.find((one) => one.firstDay > today);
  const begun = looks.filter((one) => one.firstDay <= today);
  const add = (read: (one: ShareLook) => number, of: readonly ShareLook[]) =>
    of.reduce((total, one) => total + read(one), 0);
  return {
    current: running ?? ahead ?? looks.at(-1) ?? null,
    isAhead: !running && ahead !== undefined,
    isOver: !running && !ahead && looks.length > 0,
    toDate: {
      due: add(({ balance }) => balance.dueToDate, begun),
      done: add(({ done }) => done, begun),
      behind: add(({ balance }) => balance.behind, begun),
    },
    whole: {
      due: add(({ due }) => due, looks),
      done: add(({ done }) => done, looks),
      owed: add(({ balance }) => balance.owed, looks),
    },
  };
}

/** What each obligation of an agreement asked and got, in the order in which the agreement names them. */
export const sumsOf = (
  obligations: readonly (Pick<ObligationSum, 'kind' | 'owedBy' | 'number' | 'per'> & { readonly id: string })[],
  shares: readonly ShareView[],
  today: string,
): readonly ObligationSum[] =>
  obligations.map(({ id, kind, owedBy: debtor, number, per }) => {
    const own = shares
      .filter((share) => share.obligationId === id)
      .toSorted((a, b) => a.firstDay.localeCompare(b.firstDay));
    return { kind, owedBy: debtor, number, per, ...sumOf(own, today) };
  });
