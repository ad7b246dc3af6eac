import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import type { ObservationId, PersonId, Temporal } from '@qinglan/domain';

const add = statement(
  'mentoring-observation-reading-add',
  'INSERT INTO observation_reading (observation_id, person_id, part, read_at) VALUES ($1, $2, $3, $4)',
);
const all = statement(
  'mentoring-observation-readings',
  `SELECT p.name AS person, r.part, r.read_at AS at FROM observation_reading r JOIN party p ON p.id = r.person_id
   WHERE r.observation_id = $1 ORDER BY r.read_at DESC LIMIT 200`,
);

/** One reading by staff. */
export interface StaffReading {
  readonly person: string;
  readonly part: 'lead' | 'coordinator';
  readonly at: Temporal.Instant;
}

/** Who of the staff read what was observed: the only writer of `observation_reading`. */
@Injectable()
export class ObservationReadingStore {
  async add(
    tx: Tx,
    observationId: ObservationId,
    reading: { readonly personId: PersonId; readonly part: 'lead' | 'coordinator'; readonly at: Temporal.Instant },
  ): Promise<void> {
    await tx.run(add, [observationId, reading.personId, reading.part, reading.at.toString()]);
  }

  all(read: Read, observationId: ObservationId): Promise<readonly StaffReading[]> {
    return read.rows<StaffReading>(all, [observationId]);
  }
}
