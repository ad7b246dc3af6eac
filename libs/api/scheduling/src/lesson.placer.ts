import { Injectable } from '@nestjs/common';
import { type Read, Refused } from '@qinglan/api-platform';
import type { PartnershipBetween } from '@qinglan/api-directory';
import {
  type Actor,
  beijingSlot,
  beijingWall,
  type Hold,
  type PartyInLesson,
  type PlaceRefusal,
  type ProposalFacts,
  schoolDay,
  type Slot,
  type Temporal,
  type WantedLesson,
} from '@qinglan/domain';
import { ClashQueries } from './clash.queries';
import { Holds, type Parties } from './holds';
import { type Calendars, daysAround, type Pair, Pairs } from './pair';
import { refusedBy } from './refusals';

/** A lesson that shall begin at a moment of the Beijing clock. */
export interface Asked {
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly parties: readonly PartyInLesson[];
}

/** Lessons begin on a minute; a finer moment is a slip of the client. */
export function wantedLesson({ startsAt, minutes, parties }: Asked): WantedLesson {
  const isWhole = startsAt.epochMilliseconds % 60_000 === 0;
  if (!isWhole) throw new Refused('invalid-input', { errors: [{ pointer: '#/startsAt', detail: 'a whole minute' }] });
  return { startsAt: beijingWall(startsAt).minute, minutes, parties };
}

/** Where the asked lesson would lie. */
export const slotAsked = ({ startsAt, minutes }: Asked): Slot => {
  const { day, minute } = beijingWall(startsAt);
  return beijingSlot(day, minute, minute + minutes);
};

/** What a refusal is told with. */
export interface Wish {
  readonly subject: string;
  readonly parties: Parties;
}

/** Gathers what the rule of a single lesson looks at, and tells its refusals. */
@Injectable()
export class LessonPlacer {
  constructor(
    private readonly pairs: Pairs,
    private readonly holds: Holds,
    private readonly clashes: ClashQueries,
  ) {}

  partnership(read: Read, pair: Pair): Promise<PartnershipBetween> {
    return this.pairs.partnership(read, pair);
  }

  /** Both calendars, from now until well after the asked day. */
  calendars(read: Read, pair: Pair, asked: { startsAt: Temporal.Instant; now: Temporal.Instant }): Promise<Calendars> {
    const { day } = beijingWall(asked.startsAt);
    return this.pairs.load(read, pair, daysAround({ firstDay: day, lastDay: day }, asked.now));
  }

  lock(...given: Parameters<Holds['lock']>): Promise<Parties> {
    return this.holds.lock(...given);
  }

  /** To be read after the parties are locked. */
  holdsAround(read: Read, asked: Asked): Promise<readonly Hold[]> {
    return this.holds.live(read, asked.parties, [slotAsked(asked)]);
  }

  /** The refusal of a place as a problem; clashes are told with names and other starts of the day. */
  async refused(read: Read, actor: Actor, given: Wish & { readonly refusal: PlaceRefusal }): Promise<Refused> {
    const { refusal, subject, parties } = given;
    if (refusal.kind !== 'party-taken') return refusedBy(refusal);
    const found = { clashes: refusal.clashes, moves: () => refusal.moves, subject, parties };
    return new Refused('party-taken', { clashes: [...(await this.clashes.describe(read, actor, found))] });
  }
}

/** Both schools' day at a moment. */
export function schoolDaysAt(
  calendars: Calendars,
  at: Temporal.Instant,
): Pick<ProposalFacts, 'presenting' | 'receiving'> {
  const { day } = beijingWall(at);
  return { presenting: schoolDay(calendars.presenting, day), receiving: schoolDay(calendars.receiving, day) };
}
