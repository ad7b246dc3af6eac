import { Module } from '@nestjs/common';
import { StudioHonourStore } from './studio-honour.store';
import { StudioStore } from './studio.store';

/** Studios with their honours, their activities, and where their lines lead. */
@Module({ providers: [StudioStore, StudioHonourStore], exports: [StudioStore, StudioHonourStore] })
export class StudiosModule {}
