import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, statement, Transactions, type Tx } from '@qinglan/api-platform';
import type { InputOf, makeNameList, ReplyOf } from '@qinglan/contracts';
import { type Actor, beijingDayOf, isCounting, mayReadFigures, type PersonId, rowScopeOf } from '@qinglan/domain';
import { lastDayOf, spanOf } from './asked-span';
import { columnOf } from './conditions';
import { IndicatorQueries } from './indicator.queries';
import { type CountingIndicator, sourceOf, spanRows } from './plain-count.sql';
import { planned } from './planned';
import { rowsCondition } from './row.queries';
import { Values } from './values';

const keep = statement(
  'report-name-list-keep',
  `INSERT INTO name_list (id, indicator_key, indicator_version, year, as_of, reason, by_id, at, names)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const printing = statement(
  'report-name-list-by',
  `SELECT name || '（' || code || '，' || organisation || '）' AS name FROM report_person WHERE id = $1`,
);

/** More names than these are not handed out at once. */
const mostNames = 2000;

interface Name {
  readonly personId: PersonId;
  readonly name: string;
  readonly organisation: string;
}

/** Whose names an indicator stands for: the people it counts, or the one person that its rows name. */
function personFieldOf(indicator: CountingIndicator): string | null {
  const { people } = sourceOf(indicator);
  const { measure } = indicator.rule;
  if (measure.of === 'distinct' && Object.hasOwn(people, measure.field)) return measure.field;
  const [first, ...others] = Object.keys(people);
  return indicator.population !== null && first !== undefined && others.length === 0 ? first : null;
}

/** Names behind a numeral of people, for a reason; that they were asked for is written down in the same transaction. */
@Injectable()
export class MakeNameList {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly indicators: IndicatorQueries,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<typeof makeNameList>): Promise<ReplyOf<typeof makeNameList>> {
    allowOrHide(mayReadFigures(actor));
    const at = this.clock.now();
    const asOf = lastDayOf(body.year, body.asOf, beijingDayOf(at).toString());
    return this.transactions.write(async (tx) => {
      const indicator = orNotFound((await this.indicators.definitions(tx)).find(({ key }) => key === params.key));
      const field = isCounting(indicator) ? personFieldOf(indicator) : null;
      if (!isCounting(indicator) || field === null) throw new Refused('no-names');
      const found = await this.names(tx, { indicator, field, actor, year: body.year, asOf });
      const names = found.slice(0, mostNames);
      const id = randomUUID();
      const about = [params.key, indicator.version, body.year, asOf, body.reason];
      await tx.run(keep, [id, ...about, actor.personId, at.toString(), names.length]);
      const printedBy = (await tx.row<{ name: string }>(printing, [actor.personId]))?.name ?? '';
      const isCut = found.length > mostNames;
      return { id, printedBy, printedAt: at.toString(), reason: body.reason, names: [...names], isCut };
    });
  }

  private names(
    tx: Tx,
    {
      indicator,
      field,
      actor,
      year,
      asOf,
    }: { indicator: CountingIndicator; field: string; actor: Actor; year: number; asOf: string },
  ): Promise<readonly Name[]> {
    const source = sourceOf(indicator);
    const values = new Values();
    const asked = { indicator, year, asOf, limit: mostNames, scope: rowScopeOf(actor) };
    const spanAsked = { span: spanOf(year, asOf), values };
    const condition = rowsCondition(source, asked, spanAsked);
    const text = `SELECT p.id AS "personId", p.name, p.organisation FROM report_person p
      WHERE p.id IN (SELECT ${columnOf(source, field)} FROM ${spanRows(source, spanAsked)} ${condition})
      ORDER BY p.organisation, p.code LIMIT ${values.place(mostNames + 1, 'integer')}`;
    return tx.rows<Name>(planned('report-names', text), values.all);
  }
}
