import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { History, orNotFound, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { GrowthTextKind, PairingId } from '@qinglan/domain';

const find = statement(
  'growth-text-find',
  'SELECT text, reply, version FROM growth_text WHERE pairing_id = $1 AND kind = $2 AND term_code = $3',
);
const save = statement(
  'growth-text-save',
  `INSERT INTO growth_text (pairing_id, kind, term_code, text, written_at, written_by) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (pairing_id, kind, term_code) DO UPDATE SET text = excluded.text, written_at = excluded.written_at,
     written_by = excluded.written_by, version = growth_text.version + 1`,
);
const reply = statement(
  'growth-text-reply',
  `UPDATE growth_text SET reply = $4, replied_at = $5, replied_by = $6, version = version + 1
   WHERE pairing_id = $1 AND kind = $2 AND term_code = $3`,
);
const term = statement(
  'growth-text-term',
  `SELECT 1 FROM pairing p JOIN person m ON m.id = p.mentee_id JOIN organisation o ON o.id = m.organisation_id
   JOIN term t ON t.side_id = o.side_id WHERE p.id = $1 AND t.code = $2 LIMIT 1`,
);

/** Which text of which pairing. */
export interface TextPlace {
  readonly pairingId: PairingId;
  readonly kind: GrowthTextKind;
  readonly term: string;
}

/** What is written there, over which version. */
export interface Writing {
  readonly words: string;
  readonly version: number;
  readonly by: By;
}

interface Found {
  readonly text: string;
  readonly reply: string | null;
  readonly version: number;
}

const keyOf = ({ pairingId, kind, term: code }: TextPlace) => [pairingId, kind, code];

/** The only writer of `growth_text`; the pairing is locked. */
@Injectable()
export class GrowthTextStore {
  constructor(private readonly history: History) {}

  /** Is there such a term on the mentee's side? */
  async hasTerm(tx: Tx, pairingId: PairingId, code: string): Promise<boolean> {
    return (await tx.row(term, [pairingId, code])) !== null;
  }

  /** Writes the text itself; sent twice as new, it is written once. */
  async write(tx: Tx, place: TextPlace, { words, version, by }: Writing): Promise<void> {
    const before = await tx.row<Found>(find, keyOf(place));
    if (version === 0 && before?.version === 1 && before.text === words) return;
    if ((before?.version ?? 0) !== version) throw new Refused('stale');
    await tx.run(save, [...keyOf(place), words, by.at.toString(), by.actorId]);
    await this.tell(tx, place, { act: 'growth.text-written', by });
  }

  /** Writes the reply to a text that is there. */
  async reply(tx: Tx, place: TextPlace, { words, version, by }: Writing): Promise<void> {
    const before = orNotFound(await tx.row<Found>(find, keyOf(place)));
    if (before.version !== version) throw new Refused('stale');
    await tx.run(reply, [...keyOf(place), words, by.at.toString(), by.actorId]);
    await this.tell(tx, place, { act: 'growth.text-replied', by });
  }

  /** Which text it was; its words are read by fewer people than the history of the pairing. */
  private async tell(
    tx: Tx,
    { pairingId, kind, term: code }: TextPlace,
    { act, by }: { readonly act: string; readonly by: By },
  ): Promise<void> {
    await this.history.add(tx, by, [{ subjectId: pairingId, act, detail: { kind, term: code } }]);
  }
}
