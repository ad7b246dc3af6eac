import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import type { ObservationId, ObservationPart, PersonId, Temporal } from '@qinglan/domain';

const add = statement(
  'mentoring-observation-reading-add',
  'INSERT INTO observation_reading (observation_id, person_id, part, read_at) VALUES ($1, $2, $3, $4)',
);
const all = statement(
  'mentoring-observation-readings',
  `SELECT p.name AS person, r.part, r.read_at AS at FROM observation_reading r JOIN party p ON p.id = r.person_id
   WHERE r.observation_id = $1 ORDER BY r.read_at DESC LIMIT 200`,
);

/** As what somebody who is not one of the two reads. */
export type OtherPart = Exclude<ObservationPart, 'observer' | 'observed'>;

/** One reading by somebody else. */
export interface OtherReading {
  readonly person: string;
  readonly part: OtherPart;
  readonly at: Temporal.Instant;
}

/** Who but the two read what was observed: the only writer of `observation_reading`. */
@Injectable()
export class ObservationReadingStore {
  async add(
    tx: Tx,
    observationId: ObservationId,
    reading: { readonly personId: PersonId; readonly part: OtherPart; readonly at: Temporal.Instant },
  ): Promise<void> {
    await tx.run(add, [observationId, reading.personId, reading.part, reading.at.toString()]);
  }

  all(read: Read, observationId: ObservationId): Promise<readonly OtherReading[]> {
    return read.rows<OtherReading>(all, [observationId]);
  }
}
