export { type EnrolmentRow, EnrolmentStore } from './enrolment.store';
export { type ItemId, type ItemRow, ItemStore } from './item.store';
export { ProgrammeModule } from './programme.module';
