import { Injectable } from '@nestjs/common';
import {
  type By,
  type Changes,
  changesOf,
  codeTaken,
  type Entry,
  happeningsOf,
  RegisterTable,
  type Saved,
  savedOf,
  type Wanted,
} from '@qinglan/api-directory';
import { History, type Tx } from '@qinglan/api-platform';
import type { Id, OrganisationId } from '@qinglan/domain';

/** A fact that a source states; a number that is null is unknown, and a quote is verbatim. */
export interface StatementRow {
  readonly year: number;
  readonly code: string;
  readonly about: string;
  readonly zh: string;
  readonly en: string;
  readonly ug: string;
  readonly number: number | null;
  readonly unit: string | null;
  readonly quote: string | null;
  readonly source: string;
  readonly organisationIds: readonly OrganisationId[];
  readonly evidence: 'stated' | 'inferred' | 'demo';
}

type StatementId = Id<'Statement'>;
const text = (column: string) => ({ column, type: 'text' });

const statements = new RegisterTable<StatementRow, StatementId>({
  table: 'statement',
  key: ['year', 'code'],
  fields: {
    year: { column: 'year', type: 'smallint' },
    code: text('code'),
    about: text('about'),
    zh: text('text_zh'),
    en: text('text_en'),
    ug: text('text_ug'),
    number: { column: 'number', type: 'integer' },
    unit: text('unit'),
    quote: text('quote'),
    source: text('source'),
    organisationIds: { column: 'organisation_ids', type: 'uuid[]' },
    evidence: text('evidence'),
  },
  refusals: { statement_once: codeTaken },
});

/** The only writer of `statement`. */
@Injectable()
export class StatementStore {
  constructor(private readonly history: History) {}

  lock(tx: Tx, id: StatementId): Promise<Entry<StatementRow, StatementId> | null> {
    return statements.lock(tx, id);
  }

  save(tx: Tx, wanted: Wanted<StatementRow, StatementId>, by: By): Promise<void> {
    return this.write(tx, changesOf(wanted), by);
  }

  /** Many at once, by `year|code`. */
  async saveAll(tx: Tx, rows: readonly StatementRow[], by: By): Promise<Saved<StatementId>> {
    const changes = await statements.match(tx, rows);
    await this.write(tx, changes, by);
    return savedOf(changes);
  }

  private async write(tx: Tx, changes: Changes<StatementRow, StatementId>, by: By): Promise<void> {
    await statements.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('statement', changes));
  }
}
