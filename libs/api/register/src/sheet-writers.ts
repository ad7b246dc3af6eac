import { Injectable } from '@nestjs/common';
import type { Tx } from '@qinglan/api-platform';
import type { ReadTable } from './read-files';
import type { WriteFacts, WriteSheet, Written } from './sheet-writer';
import { CalendarSheets } from './write-calendar-sheets';
import { FactSheet } from './write-fact-sheet';
import { PeopleSheets } from './write-people-sheets';
import { ProgrammeSheets } from './write-programme-sheets';
import { SchoolSheets } from './write-school-sheets';

/** Writes any sheet, and tells the sheets after it the ids of its rows. */
@Injectable()
export class SheetWriters {
  private readonly writers: Readonly<Record<string, WriteSheet>>;

  constructor(
    calendar: CalendarSheets,
    schools: SchoolSheets,
    people: PeopleSheets,
    programme: ProgrammeSheets,
    facts: FactSheet,
  ) {
    this.writers = {
      ...calendar.writers,
      ...schools.writers,
      ...people.writers,
      ...programme.writers,
      ...facts.writers,
    };
  }

  async write(tx: Tx, table: ReadTable, facts: WriteFacts): Promise<Written> {
    const write = this.writers[table.sheet];
    if (!write) throw new Error(`the sheet ${table.sheet} has no writer`);
    const written = await write(tx, table.records, facts);
    const known = facts.ids.get(table.sheet);
    written.ids.forEach((id, key) => known?.set(key, id));
    return written;
  }
}
