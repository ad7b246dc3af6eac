export { MentoringModule } from './mentoring.module';
export { type PairingRow, PairingStore } from './pairing.store';
export { type StudioHonourRow, StudioHonourStore } from './studio-honour.store';
export { type StudioId, type StudioRow, StudioStore } from './studio.store';
