import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import type { InputOf, listPartnerships } from '@qinglan/contracts';
import { type Actor, asId, type PartnershipId, type SchoolId, seesEverything, Temporal } from '@qinglan/domain';
import { type Listing, listPage, readOne, where } from './page';

/** A partnership as other features ask about it; the span of its days may be open at the end. */
export interface PartnershipBetween {
  readonly id: PartnershipId;
  readonly supportingSchoolId: SchoolId;
  readonly receivingSchoolId: SchoolId;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate | null;
}

interface BetweenRow {
  readonly id: string;
  readonly supporting: string;
  readonly receiving: string;
  readonly from_day: string;
  readonly to_day: string | null;
}

const columns = 'id, supporting_school_id AS supporting, receiving_school_id AS receiving, from_day, to_day';
// Either school may support the other; of two partnerships the one that lasts longer speaks.
const between = statement(
  'partnership-between',
  `SELECT ${columns} FROM partnership
   WHERE (supporting_school_id = $1 AND receiving_school_id = $2) OR (supporting_school_id = $2 AND receiving_school_id = $1)
   ORDER BY to_day DESC NULLS FIRST, from_day, id LIMIT 1`,
);
const byId = statement('partnership-by-id', `SELECT ${columns} FROM partnership WHERE id = $1`);

const partnerships: Listing = {
  name: 'partnership-list',
  from: 'partnership p',
  join: `JOIN organisation s ON s.id = f.supporting_school_id
         JOIN organisation r ON r.id = f.receiving_school_id`,
  item: `json_build_object('id', f.id, 'supportingSchoolId', f.supporting_school_id, 'receivingSchoolId', f.receiving_school_id,
    'fromDay', f.from_day, 'toDay', f.to_day, 'evidence', f.evidence, 'supportingSchool', s.short_name,
    'receivingSchool', r.short_name, 'version', f.version)`,
  keys: [
    { column: 'from_day', type: 'date' },
    { column: 'id', type: 'uuid' },
  ],
  isNewestFirst: true,
};

const ofSchool = (place: string) => `(p.supporting_school_id = ${place} OR p.receiving_school_id = ${place})`;

const dayOrNull = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));

const partnershipOf = (row: BetweenRow): PartnershipBetween => ({
  id: asId<PartnershipId>(row.id),
  supportingSchoolId: asId<SchoolId>(row.supporting),
  receivingSchoolId: asId<SchoolId>(row.receiving),
  firstDay: Temporal.PlainDate.from(row.from_day),
  lastDay: dayOrNull(row.to_day),
});

/** Which two schools teach together. */
@Injectable()
export class PartnershipQueries {
  /** The partnership of two schools, whichever of them supports; null where there is none, ended ones included. */
  async between(read: Read, schoolA: SchoolId, schoolB: SchoolId): Promise<PartnershipBetween | null> {
    const row = await read.row<BetweenRow>(between, [schoolA, schoolB]);
    return row && partnershipOf(row);
  }

  /** Newest first; people of a school see those of their school. */
  list(read: Read, actor: Actor, query: InputOf<typeof listPartnerships>['query']): Promise<string> {
    return listPage(read, partnerships, {
      limit: query.limit,
      after: query.after,
      narrowings: [
        where('own', seesEverything(actor) ? null : actor.schoolId, ofSchool),
        where('organisation', query.organisationId, ofSchool),
      ],
    });
  }

  one(read: Read, id: PartnershipId): Promise<string> {
    return readOne(read, partnerships, id);
  }

  async byId(read: Read, id: PartnershipId): Promise<PartnershipBetween | null> {
    const row = await read.row<BetweenRow>(byId, [id]);
    return row && partnershipOf(row);
  }
}
