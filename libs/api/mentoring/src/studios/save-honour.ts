import { Injectable } from '@nestjs/common';
import { idTaken } from '@qinglan/api-directory';
import { allowOrHide, Clock, Transactions } from '@qinglan/api-platform';
import type { InputOf, saveHonour } from '@qinglan/contracts';
import { type Actor, mayKeepStudio } from '@qinglan/domain';
import { StudioHonourStore } from './studio-honour.store';
import { StudioQueries } from './studio.queries';
import { StudioViewer } from './studio.viewer';

/** Adds an honour of a studio as its source states it, or corrects one. */
@Injectable()
export class SaveHonour {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly studios: StudioQueries,
    private readonly honours: StudioHonourStore,
    private readonly viewer: StudioViewer,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof saveHonour>): Promise<string> {
    const { studioId, honourId: id } = params;
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      allowOrHide(mayKeepStudio(actor, await this.studios.facts(tx, studioId)));
      const before = await this.honours.lock(tx, id);
      if (before && before.row.studioId !== studioId) throw idTaken();
      const wanted = { before, id, version, row: { ...body, studioId } };
      await this.honours.save(tx, wanted, { at: now, actorId: actor.personId });
      return this.viewer.view(tx, actor, { studioId, now });
    });
  }
}
