import { Injectable } from '@nestjs/common';
import type { InputOf, listProposals } from '@qinglan/contracts';
import { type Read, type Statement, statement } from '@qinglan/api-platform';
import { type Actor, seesEverything, type Temporal } from '@qinglan/domain';
import { cursorId, cursorInstant, cursorInstantSql, cursorSql, readCursor } from './cursor';
import { proposalRowJoins, proposalRowJson } from './proposal.sql';

type Asked = InputOf<typeof listProposals>['query'];

// $1 limit, $2 now, $3 whether the open ones are wanted, $4 and $5 the last of them shown,
// $6 and $7 the last closed one shown, $8 whether closed ones are wanted, $9 the school.
const open = (whose: string): string => `(
  SELECT p.*, 1 AS part, extract(epoch FROM p.expires_at) AS place, p.expires_at AS at FROM proposal p
  WHERE $3::boolean AND ${whose} p.closed_at IS NULL AND (p.expires_at, p.id) > ($4::timestamptz, $5::uuid)
    AND ($8::boolean OR p.expires_at > $2::timestamptz)
  ORDER BY p.expires_at, p.id LIMIT $1 + 1)`;
const closed = (whose: string): string => `(
  SELECT p.*, 2 AS part, -extract(epoch FROM p.proposed_at) AS place, p.proposed_at AS at FROM proposal p
  WHERE $8::boolean AND ${whose} p.closed_at IS NOT NULL AND (p.proposed_at, p.id) < ($6::timestamptz, $7::uuid)
  ORDER BY p.proposed_at DESC, p.id DESC LIMIT $1 + 1)`;

const list = (name: string, ...whose: readonly string[]): Statement =>
  statement(
    name,
    `WITH found AS (${[...whose.map(open), ...whose.map(closed)].join(' UNION ALL ')}),
     shown AS (SELECT f.*, row_number() OVER (ORDER BY part, place, CASE WHEN part = 1 THEN id END, id DESC) AS nth
               FROM found f ORDER BY nth LIMIT $1)
     SELECT json_build_object(
       'items', coalesce((SELECT json_agg(${proposalRowJson('$2')} ORDER BY p.nth) FROM shown p ${proposalRowJoins}), '[]'::json),
       'next', CASE WHEN (SELECT count(*) FROM found) > $1 THEN
         (SELECT ${cursorSql(`part || '|' || ${cursorInstantSql('at')} || '|' || id`)} FROM shown ORDER BY nth DESC LIMIT 1) END)::text`,
  );

const toUs = 'p.to_school_id = $9::uuid AND';
const fromUs = 'p.from_school_id = $9::uuid AND';
const statements = {
  in: list('scheduling-proposals-in', toUs),
  out: list('scheduling-proposals-out', fromUs),
  all: list('scheduling-proposals-all', toUs, fromUs),
  every: list('scheduling-proposals-every', ''),
};

const cursorShape = new RegExp(`^([12])\\|${cursorInstant}\\|${cursorId}$`);
const least = '00000000-0000-0000-0000-000000000000';
const most = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Where a page begins: among the open ones, which come first, or among the closed. */
function placeOf(after: string | undefined): readonly unknown[] {
  if (after === undefined) return [true, '-infinity', least, 'infinity', most];
  const [part, at, id] = readCursor(after, cursorShape);
  return part === '1' ? [true, at, id, 'infinity', most] : [false, 'infinity', most, at, id];
}

/** Proposals received or sent: open ones first, those soonest due before others; then the closed, newest first. */
@Injectable()
export class ProposalListQueries {
  async page(read: Read, actor: Actor, given: { readonly asked: Asked; readonly now: Temporal.Instant }) {
    const { asked, now } = given;
    const isEvery = asked.box === 'all' && seesEverything(actor);
    const whose = isEvery ? [] : [actor.schoolId];
    const values = [asked.limit, now.toString(), ...placeOf(asked.after), asked.open !== true, ...whose];
    const text = await read.text(isEvery ? statements.every : statements[asked.box], values);
    return text ?? '{"items":[],"next":null}';
  }
}
