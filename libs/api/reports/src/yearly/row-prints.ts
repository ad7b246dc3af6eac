import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import { isCounting, sourceNamed, type YearlyContent, type YearlyIssueId } from '@qinglan/domain';
import { spanOf } from '../indicators/asked-span';
import { IndicatorQueries } from '../indicators/indicator.queries';
import { planned } from '../indicators/planned';
import { Values } from '../indicators/values';
import { fieldsShown, livePrintsText, type PrintedFields, storedPrintsText } from './row-print.sql';

/** Of each numeral of a report that has rows, a print of them: two are the same where the rows say the same. */
export type RowPrintsFound = ReadonlyMap<string, string>;

const storedFields = statement(
  'yearly-issue-fields',
  `SELECT s.source, (SELECT array(SELECT jsonb_object_keys(r.fields)) FROM yearly_issue_row r
     WHERE r.issue_id = $1 AND r.source = s.source LIMIT 1) AS fields
   FROM (SELECT DISTINCT b.source FROM yearly_issue_block b WHERE b.issue_id = $1) AS s`,
);

const everyField: PrintedFields = (name) => {
  const source = sourceNamed(name);
  return source ? fieldsShown(source) : [];
};

const none = '0 0';
const found = (prints: readonly (readonly [string, string])[]): RowPrintsFound =>
  new Map(prints.filter(([, print]) => print !== none));

/** Compares rows behind numerals without reading them: what is shown of each is added up to a print, in the database. */
@Injectable()
export class RowPrints {
  constructor(private readonly indicators: IndicatorQueries) {}

  /** The rows of a content as they are now, by every field that they show. */
  live(read: Read, content: YearlyContent): Promise<RowPrintsFound> {
    return this.printed(read, content, everyField);
  }

  /** The rows of an issue, and those of now by the same fields: one that rows did not show then makes no difference. */
  async sinceIssue(read: Read, id: YearlyIssueId, content: YearlyContent) {
    const rows = await read.rows<{ readonly source: string; readonly fields: readonly string[] }>(storedFields, [id]);
    const stored = new Map(rows.map(({ source, fields }) => [source, new Set(fields)]));
    const both: PrintedFields = (source) => {
      const known = stored.get(source);
      return everyField(source).filter((field) => known?.has(field) ?? true);
    };
    const values = new Values();
    const text = storedPrintsText({ issueId: id, sources: [...stored.keys()] }, both, values);
    const before = stored.size === 0 ? '{}' : ((await read.text({ name: '', text }, values.all)) ?? '{}');
    return {
      before: found(Object.entries(JSON.parse(before) as Readonly<Record<string, string>>)),
      now: await this.printed(read, content, both),
    };
  }

  private async printed(read: Read, { year, asOf, figures }: YearlyContent, fields: PrintedFields) {
    const named = new Set(figures.map(({ key }) => key));
    const definitions = (await this.indicators.definitions(read)).filter(({ key }) => named.has(key));
    const values = new Values();
    const asked = { span: spanOf(year, asOf), values };
    const { keys, text } = livePrintsText(definitions.filter(isCounting), asked, fields);
    const prints = JSON.parse((await read.text(planned('yearly-prints', text), values.all)) ?? '[]') as string[][];
    const flat = prints.flat();
    return found(keys.map((key, at) => [key, flat[at] ?? none]));
  }
}
