import { Injectable } from '@nestjs/common';
import { orNotFound, type ProblemExtras, Refused, type Tx } from '@qinglan/api-platform';
import { MeetingHolds, ObserverHolds } from '@qinglan/api-scheduling';
import {
  type Actor,
  asId,
  beijingWall,
  decidePromise,
  type ObservationRequestId,
  type PartyId,
  type PromisedObservation,
  Temporal,
  wallTime,
} from '@qinglan/domain';
import { ObservationRequestStore, type RequestFacts } from './request.store';

/** A request that nobody else moves, and the two it is between. */
export interface LockedRequest {
  readonly request: RequestFacts;
  readonly parties: Awaited<ReturnType<MeetingHolds['lock']>>;
}

function promisedBy({ lessonId, startsAt, endsAt, observerId, observedId }: RequestFacts): PromisedObservation {
  const slot = endsAt && { startsAt, endsAt };
  return { lessonId, slot, observerId: asId<PartyId>(observerId), observedId: asId<PartyId>(observedId) };
}

const clockAt = (moment: string): string => wallTime(beijingWall(Temporal.Instant.from(moment)).minute);

/** Who is taken when, by what as far as it may be known. */
const inWords = (clashes: NonNullable<ProblemExtras['clashes']>): string =>
  clashes
    .map(({ party, inTheWay: { startsAt, endsAt, subject } }) =>
      `${party.name} ${clockAt(startsAt)}–${clockAt(endsAt)} ${subject}`.trim(),
    )
    .join('; ');

/** Holds the time that an accepted request promises, and lets it go. */
@Injectable()
export class RequestKeeper {
  constructor(
    private readonly store: ObservationRequestStore,
    private readonly meetings: MeetingHolds,
    private readonly observers: ObserverHolds,
  ) {}

  /** People, lesson, request: the order in which whoever moves the lesson locks them. */
  async lock(tx: Tx, requestId: ObservationRequestId): Promise<LockedRequest> {
    // Between whom and of which lesson it is never changes, so that may be read before the locks.
    const { observerId, observedId, lessonId } = orNotFound(await this.store.find(tx, requestId));
    const parties = await this.meetings.lock(tx, [asId<PartyId>(observerId), asId<PartyId>(observedId)]);
    if (lessonId) await this.observers.lockLesson(tx, lessonId);
    return { request: orNotFound(await this.store.lock(tx, requestId)), parties };
  }

  /** Refuses with what is in the way where one whose time it takes is not free. */
  async hold(tx: Tx, actor: Actor, { request, parties }: LockedRequest): Promise<void> {
    const promised = promisedBy(request);
    const { lessonId, slot, observerId, observedId } = promised;
    if (!slot) return;
    const decided = decidePromise(promised, await this.meetings.live(tx, [observerId, observedId], slot));
    if (!decided.ok) {
      const { clashes } = decided.refusal;
      const refused = await this.meetings.refused(tx, actor, { clashes, moves: [], parties });
      throw new Refused(refused.kind, { ...refused.extras, detail: inWords(refused.extras.clashes ?? []) });
    }
    if (decided.value.length === 0) return;
    if (lessonId) await this.observers.hold(tx, { lessonId, observerId }, slot);
    else await this.meetings.hold(tx, { requestId: request.requestId }, { parties: decided.value, slot });
  }

  /** Whoever promised the same lesson in another pairing too goes on holding it. */
  async release(tx: Tx, request: RequestFacts, at: Temporal.Instant): Promise<void> {
    const { requestId, lessonId, observerId } = promisedAs(request);
    if (!lessonId) return this.meetings.release(tx, { requestId }, at);
    if (await this.store.isPromisedAgain(tx, request)) return;
    await this.observers.release(tx, { lessonId, observerId }, at);
  }
}

const promisedAs = (request: RequestFacts) => ({ requestId: request.requestId, ...promisedBy(request) });
