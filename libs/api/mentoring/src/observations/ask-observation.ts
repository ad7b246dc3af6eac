import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { askObservation, InputOf } from '@qinglan/contracts';
import {
  beijingDayOf,
  decideAsk,
  mayAskObservation,
  observedOf,
  observerOf,
  runningPairingStates,
  Temporal,
} from '@qinglan/domain';
import type { Actor } from '@qinglan/domain';
import { type PairingFacts, PairingQueries } from '../pairings/pairing.queries';
import { HeardLessonQueries } from './heard-lesson.queries';
import { refusedBy } from './refusals';
import { ObservationRequestQueries } from './request.queries';
import { type NewRequest, ObservationRequestStore } from './request.store';

type Given = InputOf<typeof askObservation>;

/** One of the two asks the other to hear a lesson, or to be let in to one, a day ahead. */
@Injectable()
export class AskObservation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly lessons: HeardLessonQueries,
    private readonly store: ObservationRequestStore,
    private readonly requests: ObservationRequestQueries,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.facts(tx, given.body.pairingId));
      allowOrHide(mayAskObservation(actor, pairing));
      if (!(await this.isRepeated(tx, actor, given)))
        await this.add(tx, await this.wanted(tx, given, { actor, pairing }), { pairing, now });
      return this.requests.one(tx, given.params.requestId, actor.personId);
    });
  }

  /** The same question sent again is one; another one under its id is refused. */
  private async isRepeated(tx: Tx, actor: Actor, { params, body }: Given): Promise<boolean> {
    const known = { askedById: actor.personId, asked: JSON.stringify(body) };
    const isThere = await this.store.isThere(tx, params.requestId, known);
    if (isThere === false) throw new Refused('id-taken');
    return isThere === true;
  }

  private async add(tx: Tx, wanted: NewRequest, { pairing, now }: { pairing: PairingFacts; now: Temporal.Instant }) {
    if (!runningPairingStates.has(pairing.state)) throw new Refused('pairing-not-running');
    orRefuse(decideAsk(beijingDayOf(wanted.startsAt), beijingDayOf(now)), refusedBy);
    const isNew = await this.store.add(tx, wanted, { at: now, actorId: wanted.askedById });
    // The same question sent twice at once is one; another one under its id is not.
    if (!isNew && !(await this.store.isThere(tx, wanted.requestId, wanted))) throw new Refused('id-taken');
  }

  private async wanted(tx: Tx, { params, body }: Given, who: { actor: Actor; pairing: PairingFacts }) {
    const { mentorId, menteeId } = who.pairing;
    const two = { mentor: mentorId, mentee: menteeId };
    const askedById = who.actor.personId;
    const people = { askedById, askedOfId: askedById === mentorId ? menteeId : mentorId };
    const { pairingId, direction, note } = body;
    const common = { ...params, ...people, pairingId, direction, note, asked: JSON.stringify(body) };
    if (body.lessonId === null) {
      const startsAt = Temporal.Instant.from(body.startsAt ?? '');
      const endsAt = body.minutes === null ? null : startsAt.add({ minutes: body.minutes });
      return { ...common, lessonId: null, startsAt, endsAt, topic: body.topic };
    }
    const inLesson = { observedId: observedOf(body.direction, two), observerId: observerOf(body.direction, two) };
    const lesson = await this.lessons.of(tx, body.lessonId, inLesson);
    if (!lesson) throw new Refused('not-their-lesson');
    const topic = body.topic ?? lesson.topic ?? lesson.subject;
    return { ...common, lessonId: body.lessonId, startsAt: lesson.startsAt, endsAt: null, topic };
  }
}
