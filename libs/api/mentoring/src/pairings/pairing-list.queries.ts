import { Injectable } from '@nestjs/common';
import { type Listing, listPage, type Narrowing, search, where } from '@qinglan/api-directory';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listCredits, listPairings } from '@qinglan/contracts';
import { type Actor, beijingDayOf, type PairingId, seesEverything, type Temporal } from '@qinglan/domain';
import { hasRevision, isOpenPairing, isSigned, isStanding, isWorking } from '../standing.sql';
import { pairingCardFields, pairingCardJoins } from './pairing-card.sql';

type Asked = InputOf<typeof listPairings>['query'];

const pairings: Listing = {
  name: 'pairing-list',
  from: 'pairing p',
  join: pairingCardJoins,
  item: `json_build_object(${pairingCardFields({ today: '$2', now: '$3::timestamptz' })})`,
  keys: [
    { column: 'waiting_since', type: 'date' },
    { column: 'id', type: 'uuid' },
  ],
};

const credits: Listing = {
  name: 'pairing-credits',
  from: 'credit c',
  join: 'LEFT JOIN person b ON b.id = f.by_id LEFT JOIN lesson l ON l.id = f.source_key',
  item: `json_build_object('id', f.id, 'kind', f.kind, 'onDay', f.on_day, 'source', f.source, 'sourceKey', f.source_key,
    'lessonId', l.id, 'title', f.title, 'evidence', f.evidence, 'by', b.name)`,
  keys: [
    { column: 'on_day', type: 'date' },
    { column: 'id', type: 'uuid' },
  ],
  isNewestFirst: true,
};

// Each names `isOpenPairing` where it can: the index of open pairings is found by that.
const open = isOpenPairing('p');
const overdue = isStanding.overdue('p', '$2::date');
const states: Readonly<Record<Asked['state'], string>> = {
  open,
  current: `${open} AND NOT ${overdue}`,
  overdue: `${open} AND ${overdue}`,
  running: `${open} AND ${isStanding.running('p', '$2::date')}`,
  // Also a running pairing whose text or revision waits for names.
  asking: `${open} AND (${isStanding.asked('p')} OR (${isWorking('p')}
    AND ((p.agreement_state = 'written' AND NOT ${isSigned('p')}) OR ${hasRevision('p')})))`,
  ended: isStanding.ended('p'),
};

const inState = (state: Asked['state']): Narrowing => ({
  name: state,
  values: [],
  condition: () => states[state],
  isPlannedAnew: true,
});

// Lists of people, not EXISTS for every row: each is found along an index of its own, and the few rows are sorted.
const people = (condition: string): string => `ANY(ARRAY(SELECT o.id FROM person o WHERE ${condition}))`;
const either = (those: string): string => `(p.mentor_id = ${those} OR p.mentee_id = ${those})`;
const ofSchool = (id: string): string => either(people(`o.organisation_id = ${id}`));

/** Whose pairings somebody sees: the own ones, a lead's studios, a coordinator's school, or all. */
function whose(actor: Actor, as: Asked['as']): Narrowing | null {
  if (as === 'mentor') return where('mentor', actor.personId, (id) => `p.mentor_id = ${id}`);
  if (as === 'mentee') return where('mentee', actor.personId, (id) => `p.mentee_id = ${id}`);
  return seenBy(actor);
}

// Each part along an index of its own: an OR would walk all open pairings for somebody who sees few.
function reached(id: string, school: string): string {
  const theirs = people(`o.organisation_id = ${school}`);
  const led = `ANY(ARRAY(SELECT s.id FROM studio s WHERE s.lead_id = ${id}))`;
  const parts = [
    ...[`mentor_id = ${id}`, `mentee_id = ${id}`, `studio_id = ${led}`],
    ...[`mentor_id = ${theirs}`, `mentee_id = ${theirs}`],
  ];
  return parts.map((part) => `SELECT id FROM pairing WHERE ${part}`).join(' UNION ');
}

/** What somebody sees in one part or another; null for everything. */
export function seenBy(actor: Actor): Narrowing | null {
  if (seesEverything(actor)) return null;
  return {
    name: 'seen',
    values: [actor.personId, actor.roles.has('coordinator') ? actor.schoolId : null],
    condition: (id = '', school = '') => `p.id = ANY(ARRAY(${reached(`${id}::uuid`, `${school}::uuid`)}))`,
    isPlannedAnew: true,
  };
}

/** Either of the two, by words somewhere in code or name. */
function named(q: string | undefined): Narrowing | null {
  const found = search(q, "o.code || ' ' || o.name");
  return found && { ...found, condition: (...places) => either(people(found.condition(...places))) };
}

/** Pairings and what paid them, a page at a time. */
@Injectable()
export class PairingListQueries {
  page(read: Read, actor: Actor, asked: { readonly query: Asked; readonly now: Temporal.Instant }): Promise<string> {
    const { query, now } = asked;
    return listPage(read, pairings, {
      limit: query.limit,
      after: query.after,
      given: [beijingDayOf(now).toString(), now.toString()],
      narrowings: [
        whose(actor, query.as),
        inState(query.state),
        where('studio', query.studioId, (id) => `p.studio_id = ${id}`),
        where('school', query.schoolId, ofSchool),
        where('cohort', query.cohort, (text) => `p.mentor_id = ${people(`o.cohort = ${text}`)}`),
        where('asks', query.asks, (asks) => `(p.agreement_state = 'asks') = ${asks}::boolean`),
        named(query.q),
      ],
    });
  }

  credits(read: Read, pairingId: PairingId, query: InputOf<typeof listCredits>['query']): Promise<string> {
    return listPage(read, credits, {
      limit: query.limit,
      after: query.after,
      narrowings: [
        where('pairing', pairingId, (id) => `c.pairing_id = ${id} AND c.withdrawn_at IS NULL`),
        where('kind', query.kind, (kind) => `c.kind = ${kind}`),
      ],
    });
  }
}
