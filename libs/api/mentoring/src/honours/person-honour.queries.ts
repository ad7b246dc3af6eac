import { Injectable } from '@nestjs/common';
import { type Listing, listPage, readOne, where } from '@qinglan/api-directory';
import { type Read, statement } from '@qinglan/api-platform';
import type { InputOf, listPersonHonours } from '@qinglan/contracts';
import { type Actor, type Id, type PersonId, type SchoolId, seesEverything } from '@qinglan/domain';

const listing: Listing = {
  name: 'mentoring-person-honours',
  from: 'person_honour h',
  join: 'JOIN person p ON p.id = f.person_id',
  item: `json_build_object('id', f.id, 'personId', f.person_id, 'person', p.name, 'title', f.title, 'level', f.level,
    'year', f.year, 'proof', f.proof, 'evidence', f.evidence, 'version', f.version)`,
  keys: [{ column: 'id', type: 'uuid' }],
};
const schoolOf = statement(
  'mentoring-mentee-school',
  `SELECT organisation_id AS "schoolId", 'mentee' = ANY (roles) AS "isMentee" FROM person WHERE id = $1`,
);

/** Where somebody belongs, and whether she is guided. */
export interface HonouredPerson {
  readonly schoolId: SchoolId;
  readonly isMentee: boolean;
}

/** Reads of honours of mentees. */
@Injectable()
export class PersonHonourQueries {
  page(read: Read, actor: Actor, { year, ...paging }: InputOf<typeof listPersonHonours>['query']): Promise<string> {
    const own = seesEverything(actor) ? null : actor.schoolId;
    const inSchool = (school: string) => `h.person_id IN (SELECT id FROM person WHERE organisation_id = ${school})`;
    const narrowings = [where('year', year, (place) => `h.year = ${place}`), where('school', own, inSchool)];
    return listPage(read, listing, { ...paging, after: paging.after, narrowings });
  }

  one(read: Read, id: Id<'PersonHonour'>): Promise<string> {
    return readOne(read, listing, id);
  }

  person(read: Read, id: PersonId): Promise<HonouredPerson | null> {
    return read.row<HonouredPerson>(schoolOf, [id]);
  }
}
