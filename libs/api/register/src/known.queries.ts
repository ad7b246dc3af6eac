import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import type { Known } from './known';

const everything = statement(
  'register-known',
  `SELECT json_build_object(
     'sides', (SELECT json_agg(json_build_array(name, id)) FROM side),
     'bells', (SELECT json_agg(json_build_array(b.code, b.id, json_build_object('name', b.name, 'periods',
         coalesce((SELECT json_agg(DISTINCT p.number) FROM bell_season s JOIN bell_period p ON p.bell_season_id = s.id
           WHERE s.bell_schedule_id = b.id AND p.kind = 'lesson'), '[]')))) FROM bell_schedule b),
     'organisations', (SELECT json_agg(json_build_array(o.code, o.id,
         json_build_object('category', o.category, 'side', o.side_id, 'bell', b.code)))
         FROM organisation o LEFT JOIN bell_schedule b ON b.id = o.bell_schedule_id),
     'classrooms', (SELECT json_agg(json_build_array(c.code, c.id,
         json_build_object('organisation', o.code, 'endpoint', c.endpoint)))
         FROM classroom c JOIN organisation o ON o.id = c.organisation_id),
     'classes', (SELECT json_agg(json_build_array(c.code, c.id, json_build_object('organisation', o.code)))
         FROM class c JOIN organisation o ON o.id = c.organisation_id),
     'people', (SELECT json_agg(json_build_array(p.code, p.id, json_build_object('organisation', o.code, 'roles', p.roles)))
         FROM person p JOIN organisation o ON o.id = p.organisation_id),
     'partnerships', (SELECT json_agg(json_build_array(s.code || '|' || r.code, p.id, json_build_object('toDay', p.to_day)))
         FROM partnership p JOIN organisation s ON s.id = p.supporting_school_id
         JOIN organisation r ON r.id = p.receiving_school_id),
     'terms', (SELECT json_agg(json_build_array(code || '|' || side_id, id, json_build_object('weekCount', week_count))) FROM term),
     'studios', (SELECT json_agg(json_build_array(code, id, json_build_object())) FROM studio),
     'items', (SELECT json_agg(json_build_array(code, id, json_build_object('number', CASE WHEN ordinal IS NOT NULL
         THEN concat_ws('|', year, category, coalesce(category_words, ''), ordinal) END))) FROM programme_item)
   )::text`,
);
const sideNames = statement('register-side-names', 'SELECT name FROM side ORDER BY name');

type Listed = readonly (readonly [code: string, id: string, facts: never])[] | null;
type Everything = Readonly<Record<Exclude<keyof Known, 'sides'>, Listed>> & {
  readonly sides: readonly (readonly [string, string])[];
};

/** Ids by code, for each sheet whose rows others refer to. */
export type Ids = Map<string, Map<string, string>>;

const sheetOf: Readonly<Record<string, Exclude<keyof Known, 'sides'>>> = {
  作息: 'bells',
  单位: 'organisations',
  教室: 'classrooms',
  班级: 'classes',
  人员: 'people',
  工作室: 'studios',
  项目: 'items',
};

const factsOf = (listed: Listed) => new Map((listed ?? []).map(([code, , facts]) => [code, facts]));
const idsOf = (listed: Listed) => new Map((listed ?? []).map(([code, id]) => [code, id]));

/** Reads what the rows of an import may refer to, in one go. */
@Injectable()
export class KnownQueries {
  async load(read: Read): Promise<{ known: Known; ids: Ids }> {
    const all = JSON.parse((await read.text(everything)) ?? '{}') as Everything;
    const names = Object.keys(all).filter((name): name is Exclude<keyof Known, 'sides'> => name !== 'sides');
    const facts = Object.fromEntries(names.map((name) => [name, factsOf(all[name])]));
    const ids: Ids = new Map(Object.entries(sheetOf).map(([sheet, name]) => [sheet, idsOf(all[name])]));
    return { known: { ...facts, sides: new Map(all.sides) } as unknown as Known, ids };
  }

  /** The regions' names, as sheets write them. */
  async sides(read: Read): Promise<readonly string[]> {
    return (await read.rows<{ name: string }>(sideNames)).map(({ name }) => name);
  }
}
