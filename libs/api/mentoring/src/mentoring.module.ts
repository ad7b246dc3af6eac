import { Module } from '@nestjs/common';
import { PairingStore } from './pairing.store';
import { StudioHonourStore } from './studio-honour.store';
import { StudioStore } from './studio.store';

const shared = [StudioStore, StudioHonourStore, PairingStore];

/** Studios, their honours, and who guides whom. */
@Module({ providers: shared, exports: shared })
export class MentoringModule {}
