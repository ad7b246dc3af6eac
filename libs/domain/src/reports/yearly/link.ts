import { accept, refuse, type Result } from '../../kernel';

/** A link lives a year at most. */
export const longestLinkDays = 366;

/** Why a link is not made. */
export interface LinkRefusal {
  readonly kind: 'link-days';
}

/** A link ends after today and within a year; both are days since 1970. */
export const decideLink = (today: number, lastDay: number): Result<number, LinkRefusal> =>
  lastDay >= today && lastDay - today <= longestLinkDays ? accept(lastDay) : refuse({ kind: 'link-days' });

/** What is known of a link when somebody opens it. */
export interface LinkFacts {
  readonly isRevoked: boolean;
  /** The last day on which it opens, and today: days since 1970. */
  readonly lastDay: number;
  readonly today: number;
  /** It was made to a draft, and that draft was frozen since: what is drafted now is a correction. */
  readonly isDraftOver: boolean;
}

/** Why a link does not open. */
export interface OpeningRefusal {
  readonly kind: 'link-over' | 'draft-over';
}

/**
 * A link that was taken back or has run out does not open, nor one to a draft that is none any more: the draft of a
 * correction is not what it was made for. Who held it is told so.
 */
export const decideOpening = ({ isRevoked, lastDay, today, isDraftOver }: LinkFacts): Result<null, OpeningRefusal> => {
  if (isRevoked || today > lastDay) return refuse({ kind: 'link-over' });
  return isDraftOver ? refuse({ kind: 'draft-over' }) : accept(null);
};
