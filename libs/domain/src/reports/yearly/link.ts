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
}

/** A link that was taken back or has run out does not open; who held it is told so. */
export const decideOpening = ({
  isRevoked,
  lastDay,
  today,
}: LinkFacts): Result<null, { readonly kind: 'link-over' }> =>
  isRevoked || today > lastDay ? refuse({ kind: 'link-over' }) : accept(null);
