import { describe, expect, it } from '@jest/globals';
import { asId, type PersonId, type SchoolId } from '../kernel';
import {
  allOf,
  allowed,
  anyOf,
  forbidden,
  hidden,
  mayAnswerProposal,
  mayChangeLesson,
  mayCountHeads,
  mayEditRegister,
  mayEnterRoom,
  mayImportRegister,
  mayManageAccounts,
  mayProposeLesson,
  maySeeLesson,
  maySeeProposal,
  maySeeRegister,
  maySeeSchoolTimetable,
  maySignRecord,
  mayWithdrawProposal,
  registerKinds,
  signingEndOf,
  type Actor,
  type Decision,
  type Role,
} from '.';

const schoolId = (code: string): SchoolId => asId(code);
const person = (code: string): PersonId => asId(code);

const actor = (code: string, school: string, ...its: Role[]): Actor => ({
  personId: person(code),
  roles: new Set(its),
  schoolId: schoolId(school),
  partnerSchoolIds: new Set(school === 'HZ' || school === 'AK' ? [schoolId(school === 'HZ' ? 'AK' : 'HZ')] : []),
  pairedPersonIds: new Set(),
});

/** HZ and AK are partners and hold the lesson; XX is neither. */
const actors = {
  administrator: actor('admin', 'HQ', 'administrator'),
  viewer: actor('viewer', 'HQ', 'viewer'),
  presenter: actor('presenter', 'HZ', 'teacher'),
  localTeacher: actor('local', 'AK', 'teacher'),
  colleague: actor('colleague', 'HZ', 'teacher'),
  farColleague: actor('far', 'AK', 'teacher'),
  mentee: actor('mentee', 'AK', 'mentee'),
  hangzhou: actor('hz-coord', 'HZ', 'coordinator'),
  aksu: actor('ak-coord', 'AK', 'coordinator'),
  stranger: actor('stranger', 'XX', 'teacher', 'coordinator', 'mentor'),
};
type Name = keyof typeof actors;
const names = Object.keys(actors) as Name[];

const lesson = {
  presentingSchoolId: schoolId('HZ'),
  receivingSchoolId: schoolId('AK'),
  presenterIds: [person('presenter')],
  localTeacherIds: [person('local')],
};
const proposal = { fromSchoolId: schoolId('HZ'), toSchoolId: schoolId('AK'), proposedById: person('presenter') };

/** Who is allowed and who does not even see it; everybody else is told no. */
interface Row {
  readonly policy: string;
  readonly ask: (one: Actor) => Decision;
  readonly allowed: readonly Name[];
  readonly hidden: readonly Name[];
}

const insiders: readonly Name[] = names.filter((name) => name !== 'stranger');
const outsider: readonly Name[] = ['stranger'];

const table: readonly Row[] = [
  {
    policy: 'see the own or partner timetable',
    ask: (one) => maySeeSchoolTimetable(one, schoolId('HZ')),
    allowed: insiders,
    hidden: outsider,
  },
  { policy: 'see a lesson', ask: (one) => maySeeLesson(one, lesson), allowed: insiders, hidden: outsider },
  { policy: 'see a proposal', ask: (one) => maySeeProposal(one, proposal), allowed: insiders, hidden: outsider },
  {
    policy: 'propose',
    ask: (one) => mayProposeLesson(one, lesson),
    allowed: ['presenter', 'localTeacher', 'hangzhou', 'aksu'],
    hidden: outsider,
  },
  { policy: 'answer', ask: (one) => mayAnswerProposal(one, proposal), allowed: ['aksu'], hidden: outsider },
  {
    policy: 'withdraw',
    ask: (one) => mayWithdrawProposal(one, proposal),
    allowed: ['presenter', 'hangzhou'],
    hidden: outsider,
  },
  {
    policy: 'cancel or move',
    ask: (one) => mayChangeLesson(one, lesson),
    allowed: ['presenter', 'hangzhou', 'aksu'],
    hidden: outsider,
  },
  {
    policy: 'enter as the presenting classroom',
    ask: (one) => mayEnterRoom(one, lesson, { as: 'classroom', schoolId: schoolId('HZ') }),
    allowed: ['presenter', 'hangzhou'],
    hidden: outsider,
  },
  {
    policy: 'enter as the receiving classroom',
    ask: (one) => mayEnterRoom(one, lesson, { as: 'classroom', schoolId: schoolId('AK') }),
    allowed: ['localTeacher', 'aksu'],
    hidden: outsider,
  },
  {
    policy: 'enter as a third classroom',
    ask: (one) => mayEnterRoom(one, lesson, { as: 'classroom', schoolId: schoolId('XX') }),
    allowed: [],
    hidden: outsider,
  },
  { policy: 'watch', ask: (one) => mayEnterRoom(one, lesson, { as: 'observer' }), allowed: insiders, hidden: outsider },
  {
    policy: 'count heads in Aksu',
    ask: (one) => mayCountHeads(one, lesson, schoolId('AK')),
    allowed: ['localTeacher', 'aksu'],
    hidden: outsider,
  },
  {
    policy: 'sign',
    ask: (one) => maySignRecord(one, lesson),
    allowed: ['presenter', 'localTeacher'],
    hidden: outsider,
  },
  { policy: 'import', ask: mayImportRegister, allowed: ['administrator'], hidden: [] },
  { policy: 'manage accounts', ask: mayManageAccounts, allowed: ['administrator'], hidden: [] },
  {
    policy: 'see a school in the register',
    ask: (one) => maySeeRegister(one, schoolId('AK')),
    allowed: insiders,
    hidden: outsider,
  },
  { policy: 'see what belongs to no school', ask: (one) => maySeeRegister(one, null), allowed: names, hidden: [] },
  ...(['classroom', 'class', 'person', 'calendar-day'] as const).map((kind): Row => ({
    policy: `edit a ${kind} of Aksu`,
    ask: (one) => mayEditRegister(one, { kind, schoolId: schoolId('AK') }),
    allowed: ['administrator', 'aksu'],
    hidden: outsider,
  })),
  ...(['organisation', 'partnership', 'bell-schedule', 'term'] as const).map((kind): Row => ({
    policy: `edit a ${kind} of Aksu`,
    ask: (one) => mayEditRegister(one, { kind, schoolId: schoolId('AK') }),
    allowed: ['administrator'],
    hidden: outsider,
  })),
  ...registerKinds.map((kind): Row => ({
    policy: `edit a ${kind} of no school`,
    ask: (one) => mayEditRegister(one, { kind, schoolId: null }),
    allowed: ['administrator'],
    hidden: [],
  })),
  ...(['administrator', 'viewer'] as const).map((role): Row => ({
    policy: `name a person ${role}`,
    ask: (one) => mayEditRegister(one, { kind: 'person', schoolId: schoolId('AK'), roles: ['teacher', role] }),
    allowed: ['administrator'],
    hidden: outsider,
  })),
];

const cells = table.flatMap((row) => names.map((name) => ({ row, name, policy: row.policy })));

describe('who may', () => {
  it.each(cells)('$policy: $name', ({ row, name }) => {
    const expected = row.allowed.includes(name) ? 'allowed' : row.hidden.includes(name) ? 'hidden' : 'forbidden';
    expect(row.ask(actors[name]).kind).toBe(expected);
  });

  it('does not show a third school’s lesson to a partner of one of its schools', () => {
    const other = { ...lesson, presentingSchoolId: schoolId('H2') };
    expect(maySeeLesson(actors.hangzhou, other).kind).toBe('hidden');
  });

  it('lets a teacher who moved to another school sign and enter nothing', () => {
    const moved = { ...actors.presenter, schoolId: schoolId('AK') };
    expect(signingEndOf(moved, lesson)).toBeNull();
    expect(mayEnterRoom(moved, lesson, { as: 'classroom', schoolId: schoolId('HZ') }).kind).toBe('forbidden');
  });

  it('does not let a person without the role of a teacher propose, named in the lesson or not', () => {
    expect(mayProposeLesson({ ...actors.presenter, roles: new Set(['mentor']) }, lesson).kind).toBe('forbidden');
  });

  it('does not let a coordinator of a third school propose, though a viewer sees it', () => {
    const far = actor('far-viewer', 'XX', 'viewer', 'coordinator');
    expect(mayProposeLesson(far, lesson).kind).toBe('forbidden');
  });

  it('knows which end a teacher signs for', () => {
    expect(signingEndOf(actors.presenter, lesson)).toBe('presenting');
    expect(signingEndOf(actors.localTeacher, lesson)).toBe('receiving');
  });
});

describe('decisions together', () => {
  it('need all of them, and hide what one of them hides', () => {
    expect(allOf(allowed, allowed)).toBe(allowed);
    expect(allOf(allowed, forbidden('a')).kind).toBe('forbidden');
    expect(allOf(forbidden('a'), hidden('b')).kind).toBe('hidden');
  });

  it('need any of them, and say no aloud where one does', () => {
    expect(anyOf(hidden('a'), allowed)).toBe(allowed);
    expect(anyOf(hidden('a'), forbidden('b')).kind).toBe('forbidden');
    expect(anyOf(hidden('a')).kind).toBe('hidden');
    expect(anyOf().kind).toBe('forbidden');
  });
});
