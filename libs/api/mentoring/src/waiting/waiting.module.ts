import { Module } from '@nestjs/common';
import { ReadWaiting } from './read-waiting';
import { WaitingController } from './waiting.controller';
import { WaitingQueries } from './waiting.queries';

/** What waits for somebody, from every part of mentoring. */
@Module({ controllers: [WaitingController], providers: [ReadWaiting, WaitingQueries] })
export class WaitingModule {}
