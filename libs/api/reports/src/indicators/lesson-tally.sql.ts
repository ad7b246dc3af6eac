import { beijingMinute, type CountRule, sources, Temporal } from '@qinglan/domain';
import type { Span } from './asked-span';
import { conditionsOf } from './conditions';
import type { CountingIndicator, SpanAsked } from './plain-count.sql';

const lesson = sources.lesson;
const sums = 'lessons, minutes, minutes_known, heads, heads_known';
const negative = '-lessons, -minutes, -minutes_known, -heads, -heads_known';

/** Months and years are tallied whole: what lies behind the last day is taken away again. */
function tail(columns: string, { firstDay, lastDay }: Span, { values }: SpanAsked): string {
  const end = `${firstDay.slice(0, 4)}-12-31`;
  if (lastDay >= end) return '';
  const from = beijingMinute(Temporal.PlainDate.from(lastDay).add({ days: 1 }), 0).toString();
  const to = beijingMinute(Temporal.PlainDate.from(end).add({ days: 1 }), 0).toString();
  return `UNION ALL SELECT ${columns} FROM lesson_counted
    WHERE at >= ${values.place(from, 'timestamptz')} AND at < ${values.place(to, 'timestamptz')}`;
}

const yearOf = ({ firstDay }: Span) => Number(firstDay.slice(0, 4));
const days = ({ span, values }: SpanAsked, last: string) =>
  `BETWEEN ${values.place(span.firstDay, 'date')} AND ${values.place(last, 'date')}`;

/** Lessons of each day: what was folded, and what was not yet. */
export function dayRows(asked: SpanAsked): string {
  const columns = `kind, state, is_make_up, ${sums}, to_char(day, 'YYYY-MM') AS month, 'recorded' AS certainty`;
  const within = days(asked, asked.span.lastDay);
  return `(SELECT ${columns} FROM lesson_day_tally WHERE day ${within}
    UNION ALL SELECT ${columns} FROM lesson_delta WHERE day ${within}) r`;
}

/** Lessons of each school and month, with the stage of the school. */
export function schoolRows(asked: SpanAsked): string {
  const keys = 'school_id, supporting_school_id, kind, state, is_make_up';
  const month = (of: string) => `to_char(${of}, 'YYYY-MM') AS month`;
  const within = days(asked, `${String(yearOf(asked.span))}-12-31`);
  return `(SELECT t.*, o.stage, 'recorded' AS certainty FROM (
    SELECT ${keys}, ${sums}, ${month('month')} FROM lesson_school_tally WHERE month ${within}
    UNION ALL SELECT ${keys}, ${sums}, ${month('day')} FROM lesson_delta WHERE day ${within}
    ${tail(`${keys}, ${negative}, ${month('day')}`, asked.span, asked)}
  ) t JOIN organisation o ON o.id = t.school_id) r`;
}

/** What a count over tallied rows comes to, in the order of plain counts. */
export function tallyColumns({ measure }: CountRule, condition: string): string {
  const of = (column: string) => `coalesce(sum(r.${column}) FILTER (WHERE ${condition}), 0)`;
  const rows = of('lessons');
  if (measure.of !== 'sum') return [rows, rows, '0', rows, '0', '0', '0'].join(', ');
  const known = of(`${measure.field}_known`);
  const value = `CASE WHEN ${known} > 0 THEN ${of(measure.field)} END`;
  return [rows, value, `${rows} - ${known}`, rows, '0', '0', '0'].join(', ');
}

/** Indicators over one grain in one walk over its tally. */
export function tallyCounts(from: string, indicators: readonly CountingIndicator[], asked: SpanAsked): string {
  const counts = indicators.map(({ rule }) => {
    const condition = conditionsOf(lesson, rule, asked.values);
    return `json_build_array(${tallyColumns(rule, condition)})`;
  });
  return `SELECT json_build_array(${counts.join(', ')}) FROM ${from}`;
}

const onceColumn: Readonly<Record<string, string>> = {
  school: 'school_id',
  stage: 'school_id',
  class: 'class_id',
  presenter: 'presenter_id',
};

/** Every school, class or presenter with any lesson that counts, once; null where nobody is known of all that count. */
export function onceCount(rule: CountRule, asked: SpanAsked): string {
  if (rule.measure.of !== 'distinct') throw new Error('only different values are counted once');
  const { field } = rule.measure;
  const { span, values } = asked;
  const kept = rule.where.filter((filter) => filter.field !== field);
  const where = conditionsOf(lesson, { where: kept }, values);
  const asksKnown = kept.length < rule.where.length;
  const column = onceColumn[field] ?? '';
  const keys = `kind, state, is_make_up, 'recorded' AS certainty`;
  const tallied = values.place(field === 'stage' ? 'school' : field, 'text');
  const rows = `SELECT value, lessons FROM (
      SELECT value, lessons, ${keys} FROM lesson_once_tally
        WHERE year = ${values.place(yearOf(span), 'smallint')} AND field = ${tallied}
      UNION ALL SELECT ${column}, lessons, ${keys} FROM lesson_delta WHERE day ${days(asked, `${String(yearOf(span))}-12-31`)}
      ${tail(`${column}, -lessons, ${keys}`, span, asked)}
    ) r WHERE ${where}`;
  const each = `SELECT value, sum(lessons) AS lessons FROM (${rows}) r WHERE value IS NOT NULL GROUP BY value`;
  const found =
    field === 'stage'
      ? `SELECT count(DISTINCT o.stage) FILTER (WHERE e.lessons > 0) AS number, coalesce(sum(e.lessons) FILTER (WHERE o.stage IS NOT NULL), 0) AS lessons
         FROM (${each}) e JOIN organisation o ON o.id = e.value`
      : `SELECT count(*) FILTER (WHERE e.lessons > 0) AS number, coalesce(sum(e.lessons), 0) AS lessons FROM (${each}) e`;
  const all = asksKnown ? 'f.lessons' : `(SELECT coalesce(sum(r.lessons), 0) FROM ${dayRows(asked)} WHERE ${where})`;
  return `SELECT json_build_array(a.rows, nullif(f.number, 0), a.rows - f.lessons, a.rows, 0, 0, 0)
    FROM (${found}) f, LATERAL (SELECT ${all} AS rows) a`;
}
