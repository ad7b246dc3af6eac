import { randomUUID } from 'node:crypto';
import type { ClassId, ClassroomId, OrganisationId, PartnershipId, PersonId, Role } from '@qinglan/domain';
import { type BellName, bells } from './bells';
import type { TestDatabase } from './test-database';

type Sql = Pick<TestDatabase, 'sql'>;
let counted = 0;
const fresh = (prefix: string) => `${prefix}-${String((counted += 1))}`;

export interface Person {
  readonly id: PersonId;
  readonly code: string;
  readonly name: string;
  readonly schoolId: OrganisationId;
}
export interface Named<I> {
  readonly id: I;
  readonly name: string;
}
export interface School {
  readonly id: OrganisationId;
  readonly code: string;
  readonly name: string;
  readonly coordinator: Person;
  readonly teachers: readonly [Person, Person, Person];
  readonly classes: readonly [Named<ClassId>, Named<ClassId>, Named<ClassId>];
  readonly classrooms: readonly [Named<ClassroomId>, Named<ClassroomId>];
}

/** An organisation of any category, without people. */
export async function anOrganisation(
  { sql }: Sql,
  given: { category?: string; sideId?: string; stage?: string | null; bellScheduleId?: string | null } = {},
) {
  const id = randomUUID() as OrganisationId;
  const code = fresh('ORG');
  await sql(
    `INSERT INTO organisation (id, code, name, short_name, category, stage, side_id, bell_schedule_id, evidence)
     VALUES ($1, $2, $3, $3, $4, $5, $6, $7, 'demo')`,
    [
      id,
      code,
      `单位 ${code}`,
      given.category ?? 'headquarters',
      given.stage ?? null,
      given.sideId ?? 'hangzhou',
      given.bellScheduleId ?? null,
    ],
  );
  return { id, code, name: `单位 ${code}` };
}

async function aParty({ sql }: Sql, given: { kind: string; organisationId: string; name: string }): Promise<string> {
  const id = randomUUID();
  await sql('INSERT INTO party (id, kind, organisation_id, name) VALUES ($1, $2, $3, $4)', [
    id,
    given.kind,
    given.organisationId,
    given.name,
  ]);
  return id;
}

/** A person of an organisation. */
export async function aPerson(house: Sql, organisationId: OrganisationId, ...roles: Role[]): Promise<Person> {
  const code = fresh('P');
  const name = `人员 ${code}`;
  const id = (await aParty(house, { kind: 'person', organisationId, name })) as PersonId;
  await house.sql(
    `INSERT INTO person (id, code, organisation_id, name, roles, evidence) VALUES ($1, $2, $3, $4, $5, 'demo')`,
    [id, code, organisationId, name, roles.length > 0 ? roles : ['teacher']],
  );
  return { id, code, name, schoolId: organisationId };
}

/** A class with a roll of 40. */
export async function aClass(house: Sql, organisationId: OrganisationId): Promise<Named<ClassId>> {
  const name = fresh('班');
  const id = (await aParty(house, { kind: 'class', organisationId, name })) as ClassId;
  await house.sql(
    `INSERT INTO class (id, code, organisation_id, name, grade, roll) VALUES ($1, $2, $3, $4, '高一', 40)`,
    [id, fresh('C'), organisationId, name],
  );
  return { id, name };
}

/** A classroom with 50 seats. */
export async function aClassroom(
  house: Sql,
  organisationId: OrganisationId,
  endpoint: string,
): Promise<Named<ClassroomId>> {
  const name = fresh('教室');
  const id = (await aParty(house, { kind: 'classroom', organisationId, name })) as ClassroomId;
  await house.sql(
    `INSERT INTO classroom (id, code, organisation_id, name, endpoint, seats, evidence) VALUES ($1, $2, $3, $4, $5, 50, 'demo')`,
    [id, fresh('R'), organisationId, name, endpoint],
  );
  return { id, name };
}

/** A bell schedule of the demo, under a code of its own. */
export async function aBell({ sql }: Sql, bell: BellName): Promise<string> {
  const id = randomUUID();
  await sql('INSERT INTO bell_schedule (id, code, name) VALUES ($1, $2, $3)', [id, fresh(bell), bell]);
  for (const season of bells[bell]) {
    const seasonId = randomUUID();
    await sql('INSERT INTO bell_season (id, bell_schedule_id, name, first_day, last_day) VALUES ($1, $2, $3, $4, $5)', [
      seasonId,
      id,
      season.name,
      season.firstDay,
      season.lastDay,
    ]);
    await sql(
      `INSERT INTO bell_period (bell_season_id, number, starts_at, ends_at, kind)
       SELECT $1, p.number, p.starts::time, p.ends::time, 'lesson'
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS p (starts, ends, number)`,
      [seasonId, season.periods.map(([starts]) => starts), season.periods.map(([, ends]) => ends)],
    );
  }
  return id;
}

/** A school with a coordinator, three teachers, three classes and two classrooms. */
export async function aSchool(house: Sql, given: { bell: BellName; sideId: string }): Promise<School> {
  const organisation = await anOrganisation(house, {
    category: 'school',
    stage: 'senior',
    sideId: given.sideId,
    bellScheduleId: await aBell(house, given.bell),
  });
  const endpoint = given.sideId === 'aksu' ? 'receiving' : 'presenting';
  const of = organisation.id;
  return {
    ...organisation,
    coordinator: await aPerson(house, of, 'coordinator'),
    teachers: [await aPerson(house, of), await aPerson(house, of), await aPerson(house, of)],
    classes: [await aClass(house, of), await aClass(house, of), await aClass(house, of)],
    classrooms: [await aClassroom(house, of, endpoint), await aClassroom(house, of, endpoint)],
  };
}

/** A partnership of two schools since 2015. */
export async function aPartnership({ sql }: Sql, supporting: School, receiving: School): Promise<PartnershipId> {
  const id = randomUUID() as PartnershipId;
  await sql(
    `INSERT INTO partnership (id, supporting_school_id, receiving_school_id, from_day, evidence)
     VALUES ($1, $2, $3, '2015-03-01', 'demo')`,
    [id, supporting.id, receiving.id],
  );
  return id;
}

/** The autumn term of 2026 on both sides, with the national days of that autumn. */
export async function autumn2026({ sql }: Sql): Promise<void> {
  await sql(
    `INSERT INTO term (id, code, side_id, name, first_monday, week_count)
     SELECT gen_random_uuid(), '2026-1', s.id, '2026学年第一学期', '2026-08-31', 20 FROM side s
     ON CONFLICT DO NOTHING`,
  );
  await sql(
    `INSERT INTO calendar_day (id, scope, day, kind, status, note)
     SELECT gen_random_uuid(), 'nation', d.day::date, d.kind, 'confirmed', d.note
     FROM (VALUES ('2026-09-20', 'make-up', '国庆调休'), ('2026-09-25', 'day-off', '中秋节'),
                  ('2026-10-01', 'day-off', '国庆节'), ('2026-10-02', 'day-off', '国庆节'),
                  ('2026-10-03', 'day-off', '国庆节'), ('2026-10-04', 'day-off', '国庆节'),
                  ('2026-10-05', 'day-off', '国庆节'), ('2026-10-06', 'day-off', '国庆节'),
                  ('2026-10-07', 'day-off', '国庆节'), ('2026-10-10', 'make-up', '国庆调休')) AS d (day, kind, note)
     ON CONFLICT DO NOTHING`,
  );
}

export interface Town {
  readonly hangzhou: School;
  readonly aksu: School;
  readonly partnershipId: PartnershipId;
  /** A school that has nothing to do with the two. */
  readonly foreign: School;
  readonly administrator: Person;
  readonly viewer: Person;
}

/** Two partner schools on the senior bells, a third that is nobody's partner, the headquarters, and the autumn of 2026. */
export async function aTown(house: Sql, given: { hangzhou?: BellName; aksu?: BellName } = {}): Promise<Town> {
  const hangzhou = await aSchool(house, { bell: given.hangzhou ?? 'HZ-SENIOR', sideId: 'hangzhou' });
  const aksu = await aSchool(house, { bell: given.aksu ?? 'AK-SECONDARY', sideId: 'aksu' });
  const foreign = await aSchool(house, { bell: 'AK-SECONDARY', sideId: 'aksu' });
  const headquarters = await anOrganisation(house);
  await autumn2026(house);
  return {
    hangzhou,
    aksu,
    foreign,
    partnershipId: await aPartnership(house, hangzhou, aksu),
    administrator: await aPerson(house, headquarters.id, 'administrator'),
    viewer: await aPerson(house, headquarters.id, 'viewer'),
  };
}
