export { type EnrolmentSheetRow, EnrolmentStore } from './enrolments/enrolment.store';
export { ItemSheet, type ItemSheetRow } from './items/item-sheet';
export { ProgrammeModule } from './programme.module';
export { type StatementRow, StatementStore } from './statements/statement.store';
