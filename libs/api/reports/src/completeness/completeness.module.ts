import { Module } from '@nestjs/common';
import { CompletenessController } from './completeness.controller';
import { CompletenessFigures } from './figures.queries';
import { LackingItemQueries } from './item-list.queries';
import { LackingLessonQueries } from './lesson-list.queries';
import { SilentPairingQueries } from './pairing-list.queries';
import { CompletenessDesk, ListLacking, ReadCompleteness } from './read-completeness';
import { ReminderQueries } from './reminder.queries';
import { SchoolListQueries } from './school-list.queries';
import { YearLack } from './year-lack.queries';

const queries = [
  ...[CompletenessFigures, SchoolListQueries, ReminderQueries, YearLack],
  ...[LackingLessonQueries, SilentPairingQueries, LackingItemQueries],
];

/** What a month still lacks, of whom, and whom to ask. */
@Module({
  controllers: [CompletenessController],
  providers: [...queries, CompletenessDesk, ReadCompleteness, ListLacking],
})
export class CompletenessModule {}
