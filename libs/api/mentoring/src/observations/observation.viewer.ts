import { Injectable } from '@nestjs/common';
import { type Read, Refused } from '@qinglan/api-platform';
import type { ObservationView } from '@qinglan/contracts';
import {
  type Actor,
  entriesOf,
  headingOf,
  observationPartOf,
  type ObservationPart,
  type Temporal,
} from '@qinglan/domain';
import { AlikeQueries } from './alike.queries';
import { isEntry, type KeptChange, ObservationChangeStore } from './change.store';
import type { ObservationFacts } from './observation.facts';
import { ObservationReadingStore } from './reading.store';

type Entries = ObservationView['entries'];
type Amendments = ObservationView['amendments'];

const originals = (changes: readonly KeptChange[]) => changes.filter(({ isAmendment }) => !isAmendment);

/** The remarks that stand, of what was written before the submission. */
export const remarksOf = (changes: readonly KeptChange[]) => entriesOf(originals(changes).filter(isEntry));

/** What stands above the remarks, of what was written before the submission. */
export function writtenHeading(changes: readonly KeptChange[]) {
  return headingOf(originals(changes).filter((change) => !isEntry(change)));
}

const entriesShown = (changes: readonly KeptChange[]): Entries =>
  remarksOf(changes).map(({ changeId, entryId, kind, at, text, view, tags, isBeside }) => ({
    ...{ changeId, entryId, kind, at, text, view, isBeside },
    tags: [...tags],
  }));

/** A heading that was written late reads as a remark that names its field. */
function amendmentShown(change: KeptChange): Amendments[number] {
  const common = {
    changeId: change.changeId,
    at: change.at,
    by: { id: change.byId, name: change.by },
    receivedAt: change.receivedAt.toString(),
  };
  if (isEntry(change)) {
    const { entryId, kind, text, view, tags, basedOn, isRemoved } = change;
    return { ...common, entryId, kind, text, view, tags: [...tags], basedOn, isRemoved, field: null };
  }
  const text = change.value === null ? '' : String(change.value);
  const none = { view: null, tags: [], basedOn: null, isRemoved: false };
  // A heading has no remark: its own id stands in for the remark's.
  const entryId = change.changeId as unknown as Amendments[number]['entryId'];
  return { ...common, ...none, entryId, kind: 'note', text, field: change.field };
}

/** What this reader may do with it. */
function leaveOf(observation: ObservationFacts, part: ObservationPart) {
  const isSubmitted = observation.state !== 'open';
  const isWritten = part === 'observer' && !isSubmitted && !observation.isDiscarded;
  const mayStillSign = part === 'observed' && isSubmitted && observation.countersignedAt === null;
  return {
    mayWrite: isWritten,
    maySubmit: isWritten,
    mayReply: mayStillSign && observation.state === 'submitted',
    mayCountersign: mayStillSign,
    mayAmend: isSubmitted && (part === 'observer' || part === 'observed'),
  };
}

const said = (instant: Temporal.Instant | null) => instant?.toString() ?? null;

function factsShown(observation: ObservationFacts) {
  const { observationId: id, pairingId, direction, mode, state, lessonId, onDay, version } = observation;
  return {
    ...{ id, pairingId, direction, mode, state, lessonId, onDay, version },
    startsAt: said(observation.startsAt),
    endsAt: said(observation.endsAt),
    school: observation.school,
    class: observation.class,
    subject: observation.subject,
    topic: observation.topic,
    observer: { id: observation.observerId, name: observation.observer },
    observed: { id: observation.observedId, name: observation.observed },
    submittedAt: said(observation.submittedAt),
    repliedAt: said(observation.repliedAt),
    countersignedAt: said(observation.countersignedAt),
    reply: observation.reply,
  };
}

/** Shows observations. */
@Injectable()
export class ObservationViewer {
  constructor(
    private readonly changes: ObservationChangeStore,
    private readonly readings: ObservationReadingStore,
    private readonly alike: AlikeQueries,
  ) {}

  /** The whole, for this reader; whoever may not read it finds nothing. */
  async view(
    read: Read,
    observation: ObservationFacts,
    reader: { readonly actor: Actor; readonly now: Temporal.Instant },
  ): Promise<ObservationView> {
    const part = observationPartOf(reader.actor, observation);
    if (part === null) throw new Refused('not-found');
    const isOneOfTheTwo = part === 'observer' || part === 'observed';
    const changes = await this.changes.all(read, observation.observationId);
    const readings = isOneOfTheTwo ? await this.readings.all(read, observation.observationId) : [];
    const alike = isOneOfTheTwo ? await this.alike.of(read, observation, reader.actor.personId) : [];
    const { lessonType, classSize, rating } = writtenHeading(changes);
    return {
      ...factsShown(observation),
      ...leaveOf(observation, part),
      part,
      lessonType: lessonType as ObservationView['lessonType'],
      classSize: classSize as number | null,
      rating: rating as number | null,
      entries: entriesShown(changes),
      amendments: changes.filter(({ isAmendment }) => isAmendment).map(amendmentShown),
      readings: readings.map(({ at, ...reading }) => ({ ...reading, at: at.toString() })),
      alike,
      revision: changes.length,
      now: reader.now.toString(),
    };
  }
}
