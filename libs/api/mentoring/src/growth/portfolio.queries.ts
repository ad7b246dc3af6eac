import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import type { CreditId, ObligationKind, PairingId, PersonId, PortfolioItemId } from '@qinglan/domain';

const item = statement(
  'growth-portfolio-item',
  `SELECT id AS "creditId", pairing_id AS "pairingId", kind, on_day AS "onDay", title, evidence, by_id AS "byId",
     withdrawn_at IS NOT NULL AS "isWithdrawn"
   FROM credit WHERE source_key = $1 AND source = 'hand' ORDER BY at LIMIT 1`,
);

// Many things pay with one lesson, so what counted by itself is named by the credit.
const counted = statement(
  'growth-credit',
  `SELECT id AS "creditId", CASE WHEN source = 'hand' THEN by_id END AS "byId"
   FROM credit WHERE pairing_id = $1 AND (id = $2 OR (source = 'hand' AND source_key = $2)) ORDER BY at LIMIT 1`,
);

/** Anything that was counted; whoever counted it by hand, where somebody did. */
export interface Counted {
  readonly creditId: CreditId;
  readonly byId: PersonId | null;
}

/** Something counted by hand, as it was counted first. */
export interface CountedItem {
  readonly creditId: CreditId;
  readonly pairingId: PairingId;
  readonly kind: ObligationKind;
  readonly onDay: string;
  readonly title: string;
  readonly evidence: string | null;
  readonly byId: PersonId;
  readonly isWithdrawn: boolean;
}

/** Reads of what was counted. */
@Injectable()
export class PortfolioQueries {
  item(read: Read, itemId: PortfolioItemId): Promise<CountedItem | null> {
    return read.row<CountedItem>(item, [itemId]);
  }

  /** What was counted in that pairing, by the id of its credit or, by hand, by its own. */
  counted(read: Read, pairingId: PairingId, id: CreditId | PortfolioItemId): Promise<Counted | null> {
    return read.row<Counted>(counted, [pairingId, id]);
  }
}
