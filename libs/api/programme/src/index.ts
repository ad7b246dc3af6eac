export { EnrolmentSheet } from './enrolments/enrolment-sheet';
export { ItemSheet, type ItemSheetRow } from './items/item-sheet';
export { ProgrammeModule } from './programme.module';
export { type StatementRow, StatementStore } from './statements/statement.store';
