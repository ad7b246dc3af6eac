export { type EnrolmentSheetRow, EnrolmentStore } from './enrolment.store';
export { ItemSheet, type ItemSheetRow } from './item-sheet';
export { ProgrammeModule } from './programme.module';
