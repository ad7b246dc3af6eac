import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, type Read, Transactions } from '@qinglan/api-platform';
import type { InputOf, readReportRow, ReplyOf } from '@qinglan/contracts';
import {
  type Actor,
  asId,
  beijingDayOf,
  factRows,
  mayOpenRow,
  mayReadFigures,
  quotesOf,
  type SchoolId,
  type Source,
  sources,
} from '@qinglan/domain';
import { DefinitionQueries } from './definition.queries';
import { EvidenceQueries, type KnownRow } from './evidence.queries';
import { columnsOf } from './row.sql';

type SourceName = keyof typeof sources;

/** The page of the web that shows a thing. */
const routes: Readonly<Partial<Record<SourceName, (id: string, row: KnownRow) => string>>> = {
  lesson: (id) => `/lessons/${id}/record`,
  item: (id) => `/programme/${id}`,
  enrolment: (_, { values }) => `/programme/${String(values['item'])}`,
  pairing: (id) => `/pairings/${id}`,
  ending: (id) => `/pairings/${id}`,
  observation: (id) => `/observations/${id}`,
  activity: (id) => `/activities/${id}`,
  studio: (id) => `/studios/${id}`,
  honour: (_, { values }) => `/studios/${String(values['studio'])}`,
  classroom: () => '/register/classrooms',
  organisation: () => '/register/organisations',
  partnership: () => '/register/partnerships',
};

const schoolsOf = (source: Source, { values }: KnownRow): readonly SchoolId[] =>
  source.schools.flatMap((field) => (typeof values[field] === 'string' ? asId<SchoolId>(values[field]) : []));

/** What a row rests on: who signed it, what shows it, what the source says of it, and where it is kept. */
@Injectable()
export class ReadEvidence {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly evidence: EvidenceQueries,
    private readonly definitions: DefinitionQueries,
  ) {}

  execute(actor: Actor, { params, query }: InputOf<typeof readReportRow>): Promise<ReplyOf<typeof readReportRow>> {
    allowOrHide(mayReadFigures(actor));
    const source: Source = sources[params.source];
    const today = beijingDayOf(this.clock.now()).toString();
    // What is seen as of a day that is still to come is seen as of today.
    const asOf = source.isAsOf && query.asOf !== undefined && query.asOf < today ? query.asOf : null;
    return this.transactions.read(async (read) => {
      const named = { name: params.source, id: params.id };
      const known = orNotFound(await this.evidence.row(read, source, { ...named, day: asOf ?? today }));
      allowOrHide(mayOpenRow(actor, schoolsOf(source, known)));
      return {
        row: known.row,
        asOf,
        now: asOf === null ? null : ((await this.evidence.row(read, source, { ...named, day: today }))?.row ?? null),
        columns: columnsOf(source).map(({ choices, ...column }) => ({ ...column, choices: choices && { ...choices } })),
        ...(await this.evidence.around(read, params.id)),
        quotes: [...(await this.quotes(read, params.source, known))],
        route: routes[params.source]?.(params.id, known) ?? null,
      };
    });
  }

  private async quotes(read: Read, source: string, { row, values }: KnownRow) {
    const year = Number(row.firstDay.slice(0, 4));
    const codes = quotesOf({ source, values }, factRows, await this.definitions.all(read));
    const own = source === 'statement' ? [String(values['code'])] : [];
    return this.evidence.quotes(read, year, [...codes, ...own]);
  }
}
