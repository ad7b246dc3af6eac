import type { MigrationInterface, QueryRunner } from 'typeorm';
import { facts } from './14-reports/facts.sql';
import { tallyFolding } from './14-reports/tally-folding.sql';
import { tallyTables } from './14-reports/tally-tables.sql';
import { tallyTriggers } from './14-reports/tally-triggers.sql';
import { viewsOfRegister } from './14-reports/views-of-register.sql';
import { viewsOfWork } from './14-reports/views-of-work.sql';

const parts = [facts, tallyTables, tallyTriggers, tallyFolding, viewsOfWork, viewsOfRegister];

/** What the yearly report counts: views over everything, facts and honours of their own, tallies of lessons. */
export class Reports1790000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
