import {
  entryKinds,
  headingFields,
  lessonTypes,
  liccView,
  observationDirections,
  observationModes,
  observationRequestStates,
  observationStates,
  type ChangeId,
  type EntryId,
  type LessonId,
  type ObservationId,
  type PairingId,
  type PersonId,
  type ObservationRequestId,
} from '@qinglan/domain';
import * as z from 'zod';
import { day, id, instant, text, version } from './kernel/primitives';
import { lessonState } from './words';

/** Who hears whom. */
export const observationDirection = z.enum(observationDirections);
/** Over the link, in the classroom, or from a recording. */
export const observationMode = z.enum(observationModes);
/** Where an observation stands. */
export const observationState = z.enum(observationStates);
/** Where a request stands. */
export const observationRequestState = z.enum(observationRequestStates);
/** A remark, a highlight, a problem, a piece of advice. */
export const entryKind = z.enum(entryKinds);
/** 新授, 复习, 讲评, 实验. */
export const lessonType = z.enum(lessonTypes);
/** Somebody by name. */
export const namedPerson = z.object({ id: id<PersonId>(), name: z.string() });

const liccCode = z
  .string()
  .max(40)
  .refine((code) => liccView(code) !== undefined, 'no such view');

/** One writing of a remark, made by a device; applied once however often it is sent. */
export const entryChange = z
  .object({
    changeId: id<ChangeId>(),
    entryId: id<EntryId>(),
    /** The writing that it replaces; null where it is new. */
    basedOn: id<ChangeId>().nullable(),
    kind: entryKind,
    at: instant,
    text: z.string().max(4000),
    view: liccCode.nullable(),
    tags: z.array(text(20)).max(8),
    isRemoved: z.boolean(),
  })
  .refine(({ changeId, basedOn }) => changeId !== basedOn, { path: ['basedOn'], message: 'another change' })
  .refine(({ text, isRemoved }) => isRemoved || text.trim() !== '', { path: ['text'], message: 'something written' });
/** One writing of a remark. */
export type SentEntryChange = z.output<typeof entryChange>;

const headingValue = <F extends (typeof headingFields)[number], T extends z.ZodType>(field: F, value: T) =>
  z.object({ changeId: id<ChangeId>(), field: z.literal(field), value: value.nullable(), at: instant });

/** One writing of a field of the heading; the last one by the clock stands, and no clock writes after the server's. */
export const headingChange = z.discriminatedUnion('field', [
  headingValue('topic', text(120)),
  headingValue('lessonType', lessonType),
  headingValue('classSize', z.int().min(1).max(500)),
  headingValue('rating', z.int().min(1).max(5)),
]);
/** One writing of a field of the heading. */
export type SentHeadingChange = z.output<typeof headingChange>;

const entryView = z.object({
  changeId: id<ChangeId>(),
  entryId: id<EntryId>(),
  kind: entryKind,
  at: instant,
  text: z.string(),
  view: z.string().nullable(),
  tags: z.array(z.string()),
  isBeside: z.boolean(),
});
/** A remark as it stands. */
export type EntryView = z.output<typeof entryView>;

/** What was written after the observation was submitted: by whom, when it was written, when it came. */
export const amendmentView = entryView.omit({ isBeside: true }).extend({
  by: namedPerson,
  receivedAt: instant,
  basedOn: id<ChangeId>().nullable(),
  /** Its writer takes a remark of the original back; the original stays. */
  isRemoved: z.boolean(),
  /** A field of the heading that was written late, and what it says; then there is no remark. */
  field: z.enum(headingFields).nullable(),
});

const observationFacts = {
  id: id<ObservationId>(),
  pairingId: id<PairingId>(),
  direction: observationDirection,
  mode: observationMode,
  state: observationState,
  lessonId: id<LessonId>().nullable(),
  onDay: day,
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  school: z.string(),
  class: z.string().nullable(),
  subject: z.string().nullable(),
  topic: z.string().nullable(),
  observer: namedPerson,
  observed: namedPerson,
  submittedAt: instant.nullable(),
  repliedAt: instant.nullable(),
  countersignedAt: instant.nullable(),
  version,
};

/** An observation in a list: what, when, who, where it stands; nothing of what was seen. */
export const observationCard = z.object(observationFacts);
/** An observation in a list. */
export type ObservationCard = z.output<typeof observationCard>;

/** Something heard on a day that is known already: an observation, or what counts without one. */
export const heardOnDay = z.object({
  title: z.string(),
  observationId: id<ObservationId>().nullable(),
  lessonId: id<LessonId>().nullable(),
});
/** Something heard on a day that is known already. */
export type HeardOnDay = z.output<typeof heardOnDay>;

/** An observation whole, for this reader. */
export const observationView = z.object({
  ...observationFacts,
  /** As what the reader reads it. */
  part: z.enum(['observer', 'observed', 'successor', 'lead', 'coordinator']),
  lessonType: lessonType.nullable(),
  classSize: z.int().nullable(),
  rating: z.int().nullable(),
  entries: z.array(entryView),
  amendments: z.array(amendmentView),
  reply: z.string().nullable(),
  /** Readings by anybody but the two, newest first; the two alone see them. */
  readings: z.array(z.object({ person: z.string(), part: z.enum(['lead', 'coordinator', 'successor']), at: instant })),
  /** What else of that day could be the same lesson, for the two alone: nothing is refused for it. */
  alike: z.array(heardOnDay).default([]),
  mayWrite: z.boolean(),
  maySubmit: z.boolean(),
  mayReply: z.boolean(),
  mayCountersign: z.boolean(),
  mayAmend: z.boolean(),
  /** How many writings it is made of: a device that knows a smaller number has something to learn. */
  revision: z.int(),
  /** The server's clock, for devices whose own is wrong. */
  now: instant,
});
/** An observation whole. */
export type ObservationView = z.output<typeof observationView>;

/** What the two may hear of each other: a pairing with each direction, and the observation that is there already. */
export const observablePairing = z.object({
  pairingId: id<PairingId>(),
  part: z.enum(['mentor', 'mentee']),
  other: namedPerson,
  otherSchool: z.string(),
  /** Their schools are of different sides: one is heard over the link. */
  isFar: z.boolean(),
  /** What the other teaches, or else the field of the studio; null where the register says neither. */
  subject: z.string().nullable(),
  directions: z.array(
    z.object({
      direction: observationDirection,
      isObserver: z.boolean(),
      observationId: id<ObservationId>().nullable(),
      state: observationState.nullable(),
    }),
  ),
});
/** What the two may hear of each other. */
export type ObservablePairing = z.output<typeof observablePairing>;

/** A lesson that one of the two gives and the other may hear. */
export const observableLesson = z.object({
  id: id<LessonId>(),
  subject: z.string(),
  topic: z.string().nullable(),
  state: lessonState,
  startsAt: instant,
  endsAt: instant,
  school: z.string(),
  class: z.string().nullable(),
  observationId: id<ObservationId>().nullable(),
});
/** A lesson that one of the two gives and the other may hear. */
export type ObservableLesson = z.output<typeof observableLesson>;

/** One of the two asks to hear or to be heard. */
export const observationRequestView = z.object({
  id: id<ObservationRequestId>(),
  pairingId: id<PairingId>(),
  direction: observationDirection,
  askedBy: namedPerson,
  askedOf: namedPerson,
  /** Which of the two would hear. */
  observerId: id<PersonId>(),
  lessonId: id<LessonId>().nullable(),
  /** Where the lesson stands now, if it is one of ours. */
  lessonState: lessonState.nullable(),
  startsAt: instant,
  /** When it ends, where that is known: until then an accepted one holds time. */
  endsAt: instant.nullable(),
  /** The lesson was moved after it was asked, and the request with it: from here. */
  movedFrom: instant.nullable(),
  topic: z.string().nullable(),
  note: z.string().nullable(),
  state: observationRequestState,
  reason: z.string().nullable(),
  askedAt: instant,
  answeredAt: instant.nullable(),
  /** What was heard then, if it was written down. */
  observationId: id<ObservationId>().nullable(),
  version,
});
/** One of the two asks to hear or to be heard. */
export type ObservationRequestView = z.output<typeof observationRequestView>;
