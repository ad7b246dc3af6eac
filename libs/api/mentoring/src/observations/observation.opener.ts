import { Injectable } from '@nestjs/common';
import { allowOrHide, History, orNotFound, Refused, type Tx } from '@qinglan/api-platform';
import { beijingDayOf, mayObserve, observedOf, observerOf, runningPairingStates } from '@qinglan/domain';
import type { Actor, LessonId, ObservationDirection, ObservationId, ObservationMode, PairingId } from '@qinglan/domain';
import type { Temporal } from '@qinglan/domain';
import { type PairingFacts, PairingQueries } from '../pairings/pairing.queries';
import { HeardLessonQueries, type TwoInLesson } from './heard-lesson.queries';
import type { HeardLesson, ObservationFacts } from './observation.facts';
import { ObservationQueries } from './observation.queries';
import { ObservationStore } from './observation.store';

/** What is to be heard: a lesson of the timetable, or another one that is typed. */
export interface WantedObservation {
  readonly observationId: ObservationId;
  readonly pairingId: PairingId;
  readonly direction: ObservationDirection;
  readonly mode: ObservationMode;
  readonly lessonId: LessonId | null;
  /** What was sent: the same thing sent again is known by it. */
  readonly asked: string;
  /** What is typed; of a lesson of the timetable the topic alone. */
  readonly typed: Omit<HeardLesson, 'school' | 'startsAt' | 'endsAt'> | null;
}

/** Who opens it, and when. */
export interface Opening {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

/** An observation, and whether it was opened just now. */
export interface Opened {
  readonly observation: ObservationFacts;
  readonly isNew: boolean;
}

const twoOf = (pairing: PairingFacts) => ({ mentor: pairing.mentorId, mentee: pairing.menteeId });

/** Opens observations: once an id, and once a lesson, direction and pairing. */
@Injectable()
export class ObservationOpener {
  constructor(
    private readonly pairings: PairingQueries,
    private readonly lessons: HeardLessonQueries,
    private readonly observations: ObservationQueries,
    private readonly store: ObservationStore,
    private readonly history: History,
  ) {}

  async open(tx: Tx, wanted: WantedObservation, by: Opening): Promise<Opened> {
    const pairing = orNotFound(await this.pairings.facts(tx, wanted.pairingId));
    allowOrHide(mayObserve(by.actor, pairing, observerOf(wanted.direction, twoOf(pairing))));
    const there = await this.alreadyThere(tx, wanted);
    if (there) return { observation: there, isNew: false };
    if (!runningPairingStates.has(pairing.state)) throw new Refused('pairing-not-running');
    return this.add(tx, wanted, { pairing, by });
  }

  private async add(tx: Tx, wanted: WantedObservation, known: { pairing: PairingFacts; by: Opening }): Promise<Opened> {
    const { pairing, by } = known;
    const [observerId, observedId] = [observerOf, observedOf].map((of) => of(wanted.direction, twoOf(pairing)));
    if (!observerId || !observedId) throw new Error('a pairing has two people');
    const heard = await this.heard(tx, wanted, { observerId, observedId });
    if (heard.onDay > beijingDayOf(by.now).toString()) throw new Refused('in-the-future');
    const isWithin = pairing.fromDay <= heard.onDay && (pairing.toDay === null || heard.onDay <= pairing.toDay);
    if (!isWithin) throw new Refused('pairing-not-running');
    const isNew = await this.store.add(tx, { ...wanted, ...heard, observerId, observedId }, by.now);
    if (isNew) await this.remember(tx, wanted, by);
    // Another device of the same observer was quicker: hers is the one.
    const observation = orNotFound(await this.alreadyThere(tx, wanted));
    return { observation, isNew };
  }

  private async remember(tx: Tx, { observationId, pairingId, direction, lessonId }: WantedObservation, by: Opening) {
    const detail = { after: { pairingId, direction, lessonId } };
    const opened = { subjectId: observationId, act: 'observation.opened', detail };
    await this.history.add(tx, { at: by.now, actorId: by.actor.personId }, [opened]);
  }

  private async heard(tx: Tx, wanted: WantedObservation, two: TwoInLesson): Promise<HeardLesson> {
    const { lessonId, typed } = wanted;
    if (lessonId === null) {
      const { school, subject } = await this.lessons.elsewhere(tx, two.observedId);
      return { ...noLesson, ...typed, school, subject: typed?.subject ?? subject };
    }
    const lesson = await this.lessons.of(tx, lessonId, two);
    if (!lesson) throw new Refused('not-their-lesson');
    return typed === null ? lesson : { ...lesson, topic: typed.topic };
  }

  private async alreadyThere(tx: Tx, wanted: WantedObservation): Promise<ObservationFacts | null> {
    const same = await this.observations.facts(tx, wanted.observationId);
    if (same !== null && (same.asked !== wanted.asked || same.isDiscarded)) throw new Refused('id-taken');
    return same ?? (wanted.lessonId === null ? null : this.observations.ofLesson(tx, wanted));
  }
}

const noLesson = { onDay: '', startsAt: null, endsAt: null, class: null, subject: null, topic: null };
