import { Injectable } from '@nestjs/common';
import { orNotFound, type Read } from '@qinglan/api-platform';
import { namedInReminder } from '@qinglan/domain';
import { type Asked, boardStatement, coordinatorsJson, endsOf, itemsOf, pairingsOf, valuesOf } from './board.sql';

const most = String(namedInReminder);

const some = (from: string, one: string, order: string): string => `json_build_object(
  'total', (SELECT count(*) FROM ${from}),
  'first', (SELECT coalesce(json_agg(${one} ORDER BY ${order}), '[]') FROM (
    SELECT * FROM ${from} ORDER BY ${order} LIMIT ${most}) AS first))`;

const lesson = `json_build_object('onDay', (starts_at AT TIME ZONE 'Asia/Shanghai')::date, 'subject', subject, 'lack', lack)`;
const lessons = (lack: string): string =>
  some(`(SELECT * FROM ends WHERE lack = '${lack}') AS wanting`, lesson, 'starts_at, lesson_id');

// $6 the month as it is written.
const reminder = boardStatement(
  'reminder',
  (narrow) => `${endsOf(narrow)}, ${pairingsOf(narrow)}, ${itemsOf(narrow)}, silent AS (
    SELECT r.id, r.first_day, mentor.name AS mentor, mentee.name AS mentee FROM ran r
    JOIN report_board_person mentor ON mentor.id = r.mentor_id JOIN report_board_person mentee ON mentee.id = r.mentee_id
    WHERE NOT r.has_met
  )
  SELECT json_build_object('id', o.id, 'name', o.name, 'month', $6::text, 'unsigned', ${lessons('signature')},
    'notMadeUp', ${lessons('make-up')},
    'pairings', ${some('silent', `json_build_object('mentor', mentor, 'mentee', mentee)`, 'first_day, id')},
    'items', ${some(`(SELECT * FROM held WHERE lacks <> '{}') AS wanting`, `json_build_object('title', title, 'lacks', lacks)`, 'last_day, id')},
    'ask', ${coordinatorsJson('o.id')})::text
  FROM report_board_school o WHERE o.id = $5`,
);

/** What a reminder to one school names. */
@Injectable()
export class ReminderQueries {
  async read(read: Read, asked: Asked, month: string): Promise<string> {
    return orNotFound(await read.text(reminder.school, [...valuesOf(asked), month]));
  }
}
