import { Module } from '@nestjs/common';
import { PairingSheetStore } from './pairing-sheet.store';

/** Who guides whom, what they agreed, and how much of it is paid. */
@Module({ providers: [PairingSheetStore], exports: [PairingSheetStore] })
export class PairingsModule {}
