import { Injectable } from '@nestjs/common';
import { History, orRefuse, type Tx } from '@qinglan/api-platform';
import type { answerObservation, InputOf } from '@qinglan/contracts';
import { type Actor, decideAnswerTo, type Temporal } from '@qinglan/domain';
import { CreditBook } from '../pairings/credit-book';
import { MentoringNews } from '../pairings/mentoring-news';
import type { ObservationFacts } from './observation.facts';
import { ObservationStore } from './observation.store';
import { refusedBy } from './refusals';

/** Keeps an answer, and credits what was countersigned. */
@Injectable()
export class AnswerWriter {
  constructor(
    private readonly store: ObservationStore,
    private readonly credits: CreditBook,
    private readonly history: History,
    private readonly news: MentoringNews,
  ) {}

  async write(
    tx: Tx,
    observation: ObservationFacts,
    answer: {
      readonly actor: Actor;
      readonly now: Temporal.Instant;
      readonly body: InputOf<typeof answerObservation>['body'];
    },
  ): Promise<void> {
    const { observationId, state, countersignedAt, observerId, observedId } = observation;
    const { body, now } = answer;
    const isCountersigned = countersignedAt !== null;
    orRefuse(decideAnswerTo({ state, isCountersigned }, body), refusedBy);
    await this.store.answer(tx, observationId, { ...body, at: now });
    const after = { state: 'locked', replied: body.reply !== null, countersigned: body.countersigns };
    const answered = { subjectId: observationId, act: 'observation.answered', detail: { before: { state }, after } };
    await this.history.add(tx, { at: now, actorId: answer.actor.personId }, [answered]);
    await this.news.tell(tx, [observerId, observedId]);
    if (body.countersigns) await this.credit(tx, observation, now);
  }

  private async credit(tx: Tx, observation: ObservationFacts, now: Temporal.Instant): Promise<void> {
    const { observationId, pairingId, direction, lessonId, onDay, topic, subject, school } = observation;
    const title = topic ?? subject ?? school;
    const paid = { pairingId, kind: direction, onDay, title, evidence: null, byId: null };
    await this.credits.credit(tx, [{ ...paid, source: 'observation', sourceKey: lessonId ?? observationId }], now);
  }
}
