import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import type { CreditId, ObligationKind, PairingId, PersonId, PortfolioItemId } from '@qinglan/domain';

const item = statement(
  'growth-portfolio-item',
  `SELECT id AS "creditId", pairing_id AS "pairingId", kind, on_day AS "onDay", title, by_id AS "byId",
     withdrawn_at IS NOT NULL AS "isWithdrawn"
   FROM credit WHERE source_key = $1 AND source = 'hand' ORDER BY at LIMIT 1`,
);

/** Something counted by hand, as it was counted first. */
export interface CountedItem {
  readonly creditId: CreditId;
  readonly pairingId: PairingId;
  readonly kind: ObligationKind;
  readonly onDay: string;
  readonly title: string;
  readonly byId: PersonId;
  readonly isWithdrawn: boolean;
}

/** Reads of what was counted by hand. */
@Injectable()
export class PortfolioQueries {
  item(read: Read, itemId: PortfolioItemId): Promise<CountedItem | null> {
    return read.row<CountedItem>(item, [itemId]);
  }
}
