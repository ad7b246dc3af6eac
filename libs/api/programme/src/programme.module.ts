import { Module } from '@nestjs/common';
import { EnrolmentStore } from './enrolment.store';
import { ItemStore } from './item.store';

const shared = [ItemStore, EnrolmentStore];

/** What the programme did, and who enrolled. */
@Module({ providers: shared, exports: shared })
export class ProgrammeModule {}
