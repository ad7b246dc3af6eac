import { Injectable } from '@nestjs/common';
import { type Listing, listPage, where } from '@qinglan/api-directory';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listObservations, listPairingObservations } from '@qinglan/contracts';
import type { PairingId, PersonId } from '@qinglan/domain';

const card = `json_build_object('id', f.id, 'pairingId', f.pairing_id, 'direction', f.direction, 'mode', f.mode,
  'state', f.state, 'lessonId', f.lesson_id, 'onDay', f.on_day, 'startsAt', f.starts_at, 'endsAt', f.ends_at,
  'school', f.school, 'class', f.class, 'subject', f.subject, 'topic', f.topic,
  'observer', json_build_object('id', writer.id, 'name', writer.name),
  'observed', json_build_object('id', heard.id, 'name', heard.name),
  'submittedAt', f.submitted_at, 'repliedAt', f.replied_at, 'countersignedAt', f.countersigned_at, 'version', f.version)`;
const join = 'JOIN party writer ON writer.id = f.observer_id JOIN party heard ON heard.id = f.observed_id';
const keys = [
  { column: 'on_day', type: 'date' },
  { column: 'id', type: 'uuid' },
] as const;

/** Both ends of each observation, each read through its own index and merged. */
const ofPerson: Listing = {
  name: 'mentoring-observations',
  from: `(SELECT one.*, one.observer_id AS reader_id, 'observer' AS part FROM observation one
    UNION ALL SELECT other.*, other.observed_id, 'observed' FROM observation other) o`,
  join,
  item: card,
  keys,
  isNewestFirst: true,
};
const ofPairing: Listing = { ...ofPerson, name: 'mentoring-pairing-observations', from: 'observation o' };

type Box = InputOf<typeof listObservations>['query']['box'];
const boxes: Readonly<Record<Box, readonly [stage: string, part: string | null]>> = {
  open: ['open', 'observer'],
  waiting: ['waiting', 'observer'],
  'to-sign': ['waiting', 'observed'],
  done: ['done', null],
};

/** Lists of observations: what, when, who; nothing of what was seen. */
@Injectable()
export class ObservationListQueries {
  /** Somebody's own. */
  ofPerson(read: Read, personId: PersonId, asked: InputOf<typeof listObservations>['query']): Promise<string> {
    const [stage, part] = boxes[asked.box];
    const narrowings = [
      where('reader', personId, (place) => `o.reader_id = ${place}`),
      where('stage', stage, (place) => `o.stage = ${place}`),
      where('part', part, (place) => `o.part = ${place}`),
    ];
    return listPage(read, ofPerson, { narrowings, limit: asked.limit, after: asked.after });
  }

  /** What was submitted in a pairing. */
  ofPairing(
    read: Read,
    pairingId: PairingId,
    asked: InputOf<typeof listPairingObservations>['query'],
  ): Promise<string> {
    const narrowings = [
      where('pairing', pairingId, (place) => `o.pairing_id = ${place}`),
      where('submitted', 'open', (place) => `o.state <> ${place}`),
    ];
    return listPage(read, ofPairing, { narrowings, limit: asked.limit, after: asked.after });
  }
}
