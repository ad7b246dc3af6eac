import { Injectable } from '@nestjs/common';
import { orNotFound, orRefuse, Refused, type Tx } from '@qinglan/api-platform';
import type { addYearlySection, editYearlySection, InputOf, orderYearlySections } from '@qinglan/contracts';
import {
  type Actor,
  decideSectionEdit,
  decideSectionOrder,
  type YearlyDraftSection,
  type YearlySectionWish,
} from '@qinglan/domain';
import { CountedYear } from './counted-year';
import { DraftChange } from './draft-change';
import { DraftQueries } from './draft.queries';
import { DraftStore } from './draft.store';
import { refusedYearly } from './refused-yearly';

/** Writes what sections say and the order in which they stand; whatever was approved before is approved no longer. */
@Injectable()
export class WriteSections {
  constructor(
    private readonly changing: DraftChange,
    private readonly drafts: DraftStore,
    private readonly queries: DraftQueries,
    private readonly counting: CountedYear,
  ) {}

  edit(actor: Actor, { params, body, version }: InputOf<typeof editYearlySection>): Promise<void> {
    return this.changing.run(actor, params.year, async (tx, report, now) => {
      const { sections } = await this.queries.draft(tx, report.year);
      const before = orNotFound(sections.find(({ code }) => code === params.section));
      if (before.version !== version) throw new Refused('stale');
      const wish = await this.decided(tx, report.year, body);
      await this.drafts.write(tx, report, { before, wish, by: { actorId: actor.personId, at: now } });
    });
  }

  /** Sent twice it is added once; the same code for other words is refused. */
  add(actor: Actor, { params, body }: InputOf<typeof addYearlySection>): Promise<void> {
    return this.changing.run(actor, params.year, async (tx, report, now) => {
      const { sections } = await this.queries.draft(tx, report.year);
      const wish = await this.decided(tx, report.year, { ...body, isHidden: false });
      const there = sections.find(({ code }) => code === params.section);
      if (there) return this.sameOrTaken(there, wish);
      const plan = { paragraphs: [], figures: [], facts: [], charts: [] };
      const section: YearlyDraftSection = { ...wish, code: params.section, kind: 'text', plan };
      const by = { actorId: actor.personId, at: now };
      await this.drafts.addSections(tx, report.year, { sections: [section], by });
      const detail = { section: params.section };
      return this.drafts.tell(tx, report, { act: 'yearly.section-added', detail, by });
    });
  }

  order(actor: Actor, { params, body, version }: InputOf<typeof orderYearlySections>): Promise<void> {
    return this.changing.run(actor, params.year, async (tx, report, now) => {
      if (report.version !== version) throw new Refused('stale');
      const { sections } = await this.queries.draft(tx, report.year);
      const present = sections.map(({ code }) => code);
      const codes = orRefuse(decideSectionOrder(present, body.sections), refusedYearly);
      await this.drafts.order(tx, report, { codes, by: { actorId: actor.personId, at: now } });
    });
  }

  private sameOrTaken(there: YearlyDraftSection, wish: YearlySectionWish): false {
    const isSame = (['title', 'body'] as const).every(
      (part) =>
        there[part].zh === wish[part].zh && there[part].en === wish[part].en && there[part].ug === wish[part].ug,
    );
    if (!isSame) throw new Refused('id-taken');
    return false;
  }

  private async decided(tx: Tx, year: number, wish: YearlySectionWish): Promise<YearlySectionWish> {
    return orRefuse(decideSectionEdit(wish, await this.counting.known(tx, year)), refusedYearly);
  }
}
