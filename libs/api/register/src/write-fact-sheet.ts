import { Injectable } from '@nestjs/common';
import { StatementStore } from '@qinglan/api-programme';
import type { OrganisationId } from '@qinglan/domain';
import { facts as sheet } from './sheet-of-facts';
import { idOf, rowsOf, type WriteSheet } from './sheet-writer';

/** Writes 事实. */
@Injectable()
export class FactSheet {
  constructor(private readonly statements: StatementStore) {}

  readonly writers: Readonly<Record<string, WriteSheet>> = {
    事实: (tx, records, facts) => {
      const rows = rowsOf(sheet, records).map(({ organisations, en, ug, ...row }) => ({
        ...row,
        en: en ?? '',
        ug: ug ?? '',
        organisationIds: (organisations ?? []).map((code) => idOf<OrganisationId>(facts, '单位', code)),
      }));
      return this.statements.saveAll(tx, rows, facts.by);
    },
  };
}
