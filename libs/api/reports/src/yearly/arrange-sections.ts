import { Injectable } from '@nestjs/common';
import { orNotFound, orRefuse, Refused, type Tx } from '@qinglan/api-platform';
import type { arrangeYearlySection, InputOf, removeYearlySection } from '@qinglan/contracts';
import { type Actor, decideArrangement, decideRemoval } from '@qinglan/domain';
import { IndicatorQueries } from '../indicators/indicator.queries';
import { DraftChange } from './draft-change';
import { DraftQueries, remarksOn } from './draft.queries';
import { DraftStore } from './draft.store';
import { refusedYearly } from './refused-yearly';

type Of = Pick<InputOf<typeof removeYearlySection>, 'params' | 'version'>;

/** Says what stands in a section besides its words, and takes away one that was added. */
@Injectable()
export class ArrangeSections {
  constructor(
    private readonly changing: DraftChange,
    private readonly drafts: DraftStore,
    private readonly queries: DraftQueries,
    private readonly indicators: IndicatorQueries,
  ) {}

  arrange(actor: Actor, { params, body, version }: InputOf<typeof arrangeYearlySection>): Promise<void> {
    return this.changing.run(actor, params.year, async (tx, report, now) => {
      const found = await this.found(tx, { params, version });
      const definitions = new Map((await this.indicators.definitions(tx)).map((one) => [one.key, one]));
      const changed = orRefuse(decideArrangement(found, body, definitions), refusedYearly);
      const before = found.sections.filter(({ code }) => changed.some((one) => one.code === code));
      await this.drafts.arrange(tx, report, { changed, before, by: { actorId: actor.personId, at: now } });
    });
  }

  remove(actor: Actor, { params, version }: Of): Promise<void> {
    return this.changing.run(actor, params.year, async (tx, report, now) => {
      const { section, remarks } = await this.found(tx, { params, version });
      orRefuse(decideRemoval({ kind: section.kind, remarks }), refusedYearly);
      await this.drafts.remove(tx, report, { before: section, by: { actorId: actor.personId, at: now } });
    });
  }

  private async found(tx: Tx, { params, version }: Of) {
    const draft = await this.queries.draft(tx, params.year);
    const section = orNotFound(draft.sections.find(({ code }) => code === params.section));
    if (section.version !== version) throw new Refused('stale');
    return { section, sections: draft.sections, remarks: remarksOn(draft, section.code) };
  }
}
