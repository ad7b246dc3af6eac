import { Injectable } from '@nestjs/common';
import { allowOrHide, extendJson, orNotFound, type Read, statement } from '@qinglan/api-platform';
import {
  type Actor,
  beijingDayOf,
  decideTelling,
  isAllowed,
  type MatchingRoundId,
  mayAskMatching,
  mayKeepMatching,
  maySeeMatching,
  maySeeMatchingPlan,
  planRowsFor,
  type Temporal,
} from '@qinglan/domain';
import { personJson } from '../growth/sql';
import { laidBeforeMe, roundCardFields, roundCardJoins } from './matching.sql';
import { RoundQueries } from './round.facts';

const mine = `CASE WHEN me.person_id IS NOT NULL THEN json_build_object(
  'named', (SELECT coalesce(json_agg(${personJson('o')} ORDER BY w.place), '[]')
    FROM unnest(me.named) WITH ORDINALITY AS w (id, place) JOIN person o ON o.id = w.id),
  'specialities', me.specialities, 'capacity', me.capacity, 'hoursPerWeek', me.hours_per_week, 'toldAt', me.told_at,
  'version', me.version) END`;

const view = statement(
  'matching-round-view',
  `SELECT json_build_object(${roundCardFields}, 'fromDay', f.from_day, 'toDay', f.to_day,
     'hoursPerMentee', f.hours_per_mentee, 'weights', f.weights, 'plannedAt', f.planned_at, 'version', f.version,
     'specialities', (SELECT coalesce(json_agg(DISTINCT word), '[]') FROM matching_person mp, unnest(mp.specialities) word
       WHERE mp.round_id = f.id AND mp.part = 'mentor'),
     'mine', ${mine}, 'laid', ${laidBeforeMe})::text
   FROM matching_round f ${roundCardJoins} WHERE f.id = $1`,
);

/** Shows a round with what its reader said and may do; asks whether the reader may see it. */
@Injectable()
export class RoundViewer {
  constructor(private readonly rounds: RoundQueries) {}

  async view(
    read: Read,
    actor: Actor,
    asked: { readonly roundId: MatchingRoundId; readonly now: Temporal.Instant },
  ): Promise<string> {
    const { roundId, now } = asked;
    const round = await this.rounds.facts(read, actor, roundId);
    allowOrHide(maySeeMatching(actor, round));
    const today = beijingDayOf(now).toString();
    const text = orNotFound(await read.text(view, [roundId, actor.personId, today]));
    return extendJson(text, {
      mayTell: round.part !== null && decideTelling(round, today).ok,
      mayKeep: isAllowed(mayKeepMatching(actor, round)),
      mayRule: isAllowed(mayKeepMatching(actor, round)) || planRowsFor(actor, round) === 'own-school',
      mayAsk: isAllowed(mayAskMatching(actor, round)),
      maySeePlan: isAllowed(maySeeMatchingPlan(actor, round)),
    });
  }
}
