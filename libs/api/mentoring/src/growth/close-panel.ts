import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { closePanel, InputOf } from '@qinglan/contracts';
import {
  type Actor,
  beijingDayOf,
  decidePanelClosing,
  mayJudgePairing,
  maySeeOpenLesson,
  runningPairingStates,
} from '@qinglan/domain';
import { CreditBook } from '../pairings/credit-book';
import { PairingQueries } from '../pairings/pairing.queries';
import type { Reader } from './growth.viewer';
import { membersOf, type OpenLessonRow } from './open-lesson.sql';
import { OpenLessonStore } from './open-lesson.store';
import { refusedGrowth } from './refused-growth';
import { heldOf, shownOpenLesson } from './shown-open-lesson';

/** Closes a panel: its marks stand, and the open lesson is credited once, passed or not. */
@Injectable()
export class ClosePanel {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly openLessons: OpenLessonStore,
    private readonly credits: CreditBook,
  ) {}

  execute(actor: Actor, { params, version }: InputOf<typeof closePanel>) {
    const reader = { actor, now: this.clock.now() };
    return this.transactions.write(async (tx) => {
      const asked = orNotFound(await this.openLessons.find(tx, params.openLessonId));
      // The pairing before its open lesson, as everywhere.
      const pairing = orNotFound(await this.pairings.lock(tx, asked.pairingId));
      const row = orNotFound(await this.openLessons.lock(tx, params.openLessonId));
      allowOrHide(maySeeOpenLesson(actor, pairing, { memberIds: membersOf(row) }));
      if (mayJudgePairing(actor, pairing).kind !== 'allowed') throw new Refused('forbidden');
      if (!runningPairingStates.has(pairing.state)) throw new Refused('pairing-state');
      if (row.version !== version) throw new Refused('stale');
      await this.close(tx, row, { reader, of: pairing });
      const closed = orNotFound(await this.openLessons.find(tx, params.openLessonId));
      return shownOpenLesson(closed, { actor, today: beijingDayOf(reader.now), pairing });
    });
  }

  private async close(
    tx: Tx,
    row: OpenLessonRow,
    { reader, of }: { readonly reader: Reader; readonly of: Parameters<typeof decidePanelClosing>[2] },
  ): Promise<void> {
    const { actor, now } = reader;
    const marks = row.panel.map(({ person, mark }) => ({ personId: person.id, mark }));
    const verdict = orRefuse(decidePanelClosing(heldOf(row, beijingDayOf(now)), marks, of), refusedGrowth);
    await this.openLessons.close(tx, row, { verdict, by: { at: now, actorId: actor.personId } });
    const what = { kind: 'open-lesson' as const, source: 'open-lesson' as const, title: row.topic, onDay: row.onDay };
    const sourceKey = row.lessonId ?? row.id;
    const happened = { pairingId: row.pairingId, ...what, sourceKey, evidence: null, byId: null };
    await this.credits.credit(tx, [happened], now);
  }
}
