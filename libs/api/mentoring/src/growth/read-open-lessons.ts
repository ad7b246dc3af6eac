import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Transactions } from '@qinglan/api-platform';
import type { InputOf, listPanels, OpenLessonView } from '@qinglan/contracts';
import { type Actor, beijingDayOf, maySeeOpenLesson, type OpenLessonId } from '@qinglan/domain';
import { PairingQueries } from '../pairings/pairing.queries';
import { membersOf } from './open-lesson.sql';
import { OpenLessonStore } from './open-lesson.store';
import { PanelQueries } from './panel.queries';
import { shownOpenLesson } from './shown-open-lesson';

/** Shows open lessons to those who see the pairing and to the panel. */
@Injectable()
export class ReadOpenLessons {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly openLessons: OpenLessonStore,
    private readonly panels: PanelQueries,
  ) {}

  one(actor: Actor, openLessonId: OpenLessonId): Promise<OpenLessonView> {
    const today = beijingDayOf(this.clock.now());
    return this.transactions.read(async (read) => {
      const row = orNotFound(await this.openLessons.find(read, openLessonId));
      const pairing = orNotFound(await this.pairings.facts(read, row.pairingId));
      allowOrHide(maySeeOpenLesson(actor, pairing, { memberIds: membersOf(row) }));
      return shownOpenLesson(row, { actor, today, pairing });
    });
  }

  list(actor: Actor, { query }: InputOf<typeof listPanels>) {
    const today = beijingDayOf(this.clock.now());
    return this.transactions.read(async (read) => {
      const { items, next } = await this.panels.page(read, actor, query);
      return { items: items.map((row) => shownOpenLesson(row, { actor, today, pairing: null })), next };
    });
  }
}
