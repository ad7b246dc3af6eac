import { Module } from '@nestjs/common';
import { EnrolmentStore } from './enrolment.store';
import { ItemSheet } from './item-sheet';
import { ItemStore } from './item.store';

const sheets = [ItemSheet, EnrolmentStore];

/** What the programme did, and who enrolled. */
@Module({ providers: [...sheets, ItemStore], exports: sheets })
export class ProgrammeModule {}
