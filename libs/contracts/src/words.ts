import {
  lessonKinds,
  lessonStates,
  obligationKinds,
  obligationPeriods,
  pairingStates,
  partyRoles,
  roles,
} from '@qinglan/domain';
import * as z from 'zod';

/** What an organisation is. */
export const organisationCategory = z.enum(['school', 'university', 'delegation', 'medical', 'headquarters']);
/** The stage that a school teaches. */
export const stage = z.enum(['primary', 'junior', 'senior']);
/** The region that an organisation belongs to; a region's own table holds its name and clock label. */
export const sideId = z.string().regex(/^[a-z][a-z-]{1,30}$/);
/** How sure a row of the register is: stated by the report of 2015, inferred from it, or demo. */
export const evidence = z.enum(['stated', 'inferred', 'demo']);
/** The part that a person plays. */
export const role = z.enum(roles);
/** Whether a classroom presents or receives. */
export const classroomEndpoint = z.enum(['presenting', 'receiving']);
/** A period in which lessons are given, or another item of the day such as morning reading. */
export const periodKind = z.enum(['lesson', 'other']);
/** Whom a calendar exception holds for. */
export const calendarScope = z.enum(['nation', 'side', 'school']);
/** What a calendar exception says of its day. */
export const calendarKind = z.enum(['day-off', 'make-up', 'exam', 'closed']);
/** Whether a calendar exception is announced for good. */
export const calendarStatus = z.enum(['provisional', 'confirmed']);
/** The activities of the programme: 同步课堂, 远程教学辅导, 远程专题师训, 课堂教学诊断, 精品课程点播. */
export const lessonKind = z.enum(lessonKinds);
/** Where a lesson stands between draft and verified. */
export const lessonState = z.enum(lessonStates);
/** The part that a teacher, class or classroom plays in a lesson. */
export const partyRole = z.enum(partyRoles);
/** Where a pairing stands between nomination and its end. */
export const pairingState = z.enum(pairingStates);
/** What can be owed in a pairing: 师傅听课, 徒弟听课, 公开课, 教案, 研讨, 论文. */
export const obligationKind = z.enum(obligationKinds);
/** How often it is owed. */
export const obligationPeriod = z.enum(obligationPeriods);
/** One of the two of a pairing. */
export const pairingPart = z.enum(['mentor', 'mentee']);
/** How a pairing was judged at its end: 优秀, 合格, 延期, 不合格. */
export const pairingOutcome = z.enum(['excellent', 'pass', 'extended', 'fail']);
/** Languages of the interface, first one first. */
export const language = z.enum(['zh', 'en', 'ug']);
