import type { ActivityId, ClassroomId, Id, LessonId, PairingId, PersonId, StudioId, TermId } from '@qinglan/domain';
import { activityKinds, activityStates, pairingStates } from '@qinglan/domain';
import * as z from 'zod';
import { day, id, instant, version } from './kernel/primitives';
import { schoolLabel } from './scheduling.views';
import { evidence, lessonState } from './words';

const named = z.object({ id: id<PersonId>(), name: z.string() });
const person = named.extend({ school: z.string() });

/** 集体备课, 研讨, 培训. */
export const activityKind = z.enum(activityKinds);
/** Where an activity stands. */
export const activityState = z.enum(activityStates);
/** What a studio works in. */
export const studioField = z.enum(['education', 'medical']);

/** An honour as its source states it; 自治区、地区 names two levels at once and stays unresolved. */
export const studioHonour = z.object({
  id: id<Id<'StudioHonour'>>(),
  title: z.string(),
  level: z.string(),
  year: z.int(),
  evidence,
  version,
});

/** A studio as lists name it; `mentors` and `mentees` are people, each once, in pairings that run and are not past their last day. */
export const studioRow = z.object({
  id: id<StudioId>(),
  code: z.string(),
  subject: z.string(),
  field: studioField,
  host: schoolLabel,
  lead: named.nullable(),
  mentors: z.int(),
  mentees: z.int(),
  pairings: z.int(),
  /** Pairings past their last day that nobody has ended. */
  overdue: z.int(),
  /** Activities of this term that were not called off. */
  activities: z.int(),
  /** Newest first. */
  honours: z.array(studioHonour),
});

/** A studio with the term it is in, and what the reader may do. */
export const studioView = studioRow.extend({
  evidence,
  version,
  /** The term of the host's side that holds today, or the next one. */
  term: z.object({ id: id<TermId>(), name: z.string(), firstDay: day, lastDay: day }).nullable(),
  mayKeep: z.boolean(),
  mayArrange: z.boolean(),
  mayDiagnose: z.boolean(),
});

/** Somebody who guides in a studio, with those guided; `maySee` says whether the reader may open the pairing. */
export const studioMentor = z.object({
  mentor: person,
  pairings: z.array(
    z.object({
      id: id<PairingId>(),
      mentee: person,
      /** Told to those who may see the pairing. */
      state: z.enum(pairingStates).nullable(),
      fromDay: day,
      toDay: day.nullable(),
      maySee: z.boolean(),
    }),
  ),
});

/** One guided another; links go on to those whom mentees of the studio guide elsewhere. */
export const lineageLink = z.object({
  mentorId: id<PersonId>(),
  menteeId: id<PersonId>(),
  /** Told to those who may see the pairing. */
  state: z.enum(pairingStates).nullable(),
  /** Only of those completed: nobody is told here that somebody did not pass. */
  outcome: z.enum(['excellent', 'pass']).nullable(),
  fromDay: day,
  toDay: day.nullable(),
  /** In this studio, and not further down the line. */
  isHere: z.boolean(),
});

/** Somebody in the line: what they do by now. */
export const lineagePerson = person.extend({ guides: z.boolean(), presents: z.boolean(), leads: z.boolean() });

/** A studio as an activity or a lesson names it. */
export const studioLabel = z.object({ id: id<StudioId>(), subject: z.string(), host: z.string() });

/** An activity as lists show it; where people meet is shown to those who may see the activity itself. */
export const activityRow = z.object({
  id: id<ActivityId>(),
  studio: studioLabel,
  kind: activityKind,
  title: z.string(),
  state: activityState,
  startsAt: instant,
  endsAt: instant,
  people: z.int(),
  maySee: z.boolean(),
  isMine: z.boolean(),
  place: z.string().nullable(),
  meetingLink: z.string().nullable(),
});

/** An activity with who takes part, and what the reader may do with it. */
export const activityView = activityRow.extend({
  classroom: z.object({ id: id<ClassroomId>(), name: z.string(), school: z.string() }).nullable(),
  placeWords: z.string().nullable(),
  arrangedBy: named,
  participants: z.array(person.extend({ isGuest: z.boolean(), wasThere: z.boolean().nullable() })),
  /** Why it was moved or called off. */
  reason: z.string().nullable(),
  summary: z.string().nullable(),
  /** How many pairings it was counted for, once it is written down. */
  credited: z.int(),
  version,
  mayKeep: z.boolean(),
  /** It is over, and the reader may write down who was there. */
  mayRecord: z.boolean(),
  /** It has not begun, and the reader may change who takes part. */
  mayInvite: z.boolean(),
  /** It was written down, and the reader may correct that. */
  mayCorrect: z.boolean(),
});

/** A diagnosis of a real lesson: it has no time and no place of its own. */
export const diagnosisView = z.object({
  studio: studioLabel,
  lesson: z.object({
    id: id<LessonId>(),
    subject: z.string(),
    topic: z.string().nullable(),
    state: lessonState,
    startsAt: instant,
    endsAt: instant,
    presentingSchool: z.string(),
    receivingSchool: z.string(),
    presenter: z.string(),
  }),
  focus: z.string(),
  attachedBy: z.string(),
  attachedAt: instant,
  version,
});
