import { epochDayOf, type Temporal } from '../time';
import type { Share } from './shares';
import { daysIn } from './shares';

/** How a share stands: nothing due, done, on the way, late (amber), or failing (red). */
export type ShareTone = 'none' | 'done' | 'fair' | 'amber' | 'red';

/** A share, and how many times it was paid. */
export interface PaidShare extends Share {
  readonly done: number;
}

/** What is owed of a share on a day; no figure is ever negative. */
export interface Balance {
  /** Due by that day, pro rata by days, rounded down; all of it once the period is over. */
  readonly dueToDate: number;
  /** Still owed by that day. */
  readonly behind: number;
  /** Still owed until the end of the period. */
  readonly owed: number;
  /** How much of the period has gone, from 0 to 1. */
  readonly elapsed: number;
  readonly tone: ShareTone;
}

/** Amber at half of the period with less than 35 % done (workflows: "Balance"). */
export const amberRule = { elapsed: 0.5, done: 0.35 } as const;

/** Red when the period is over and something is owed, or, our own rule, at three quarters with less than half done. */
export const redRule = { elapsed: 0.75, done: 0.5 } as const;

/** How much of a share's days have gone when a day is over, from 0 to 1. */
export function elapsedOf(share: Share, today: Temporal.PlainDate): number {
  const gone = epochDayOf(today) - epochDayOf(share.firstDay) + 1;
  return Math.min(1, Math.max(0, gone / daysIn(share)));
}

const isOver = (share: Share, today: Temporal.PlainDate): boolean => epochDayOf(today) > epochDayOf(share.lastDay);

/** How a share stands on a day. */
export function shareTone(share: PaidShare, today: Temporal.PlainDate): ShareTone {
  const { due, done } = share;
  if (due === 0) return 'none';
  if (done >= due) return 'done';
  if (isOver(share, today)) return 'red';
  const elapsed = elapsedOf(share, today);
  if (elapsed >= redRule.elapsed && done < due * redRule.done) return 'red';
  return elapsed >= amberRule.elapsed && done < due * amberRule.done ? 'amber' : 'fair';
}

/** What is owed of a share on a day. What was done beyond the due pays nothing else. */
export function balanceOf(share: PaidShare, today: Temporal.PlainDate): Balance {
  const elapsed = elapsedOf(share, today);
  const dueToDate = Math.floor(share.due * elapsed);
  return {
    dueToDate,
    behind: Math.max(0, dueToDate - share.done),
    owed: Math.max(0, share.due - share.done),
    elapsed,
    tone: shareTone(share, today),
  };
}
