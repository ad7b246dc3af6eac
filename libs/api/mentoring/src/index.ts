export { MentoringModule } from './mentoring.module';
export { type PairingRow, PairingSheetStore } from './pairings/pairing-sheet.store';
export { type StudioHonourRow, StudioHonourStore } from './studios/studio-honour.store';
export { type StudioRow, StudioStore } from './studios/studio.store';
export { CreditBook, type Happened } from './pairings/credit-book';
export { CreditLessons } from './pairings/credit-lessons';
export { RenewShares } from './pairings/renew-shares';
export { ShareBook } from './pairings/share-book';
