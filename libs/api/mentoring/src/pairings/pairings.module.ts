import { Module } from '@nestjs/common';
import { CreditBook } from './credit-book';
import { PairingSheetStore } from './pairing-sheet.store';
import { PairingQueries } from './pairing.queries';
import { PairingStore } from './pairing.store';
import { ShareBook } from './share-book';

const shared = [PairingSheetStore, PairingQueries, PairingStore, CreditBook, ShareBook];

/** Who guides whom, what they agreed, and how much of it is paid. */
@Module({ providers: shared, exports: shared })
export class PairingsModule {}
