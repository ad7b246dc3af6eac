import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Transactions } from '@qinglan/api-platform';
import type { InputOf, saveStudio } from '@qinglan/contracts';
import { type Actor, mayKeepStudio } from '@qinglan/domain';
import { StudioStore } from './studio.store';
import { StudioViewer } from './studio.viewer';

/** Changes a studio's lead or subject; a studio itself comes from the register. */
@Injectable()
export class SaveStudio {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly studios: StudioStore,
    private readonly viewer: StudioViewer,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof saveStudio>): Promise<string> {
    const { studioId: id } = params;
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const before = orNotFound(await this.studios.lock(tx, id));
      allowOrHide(mayKeepStudio(actor, before.row));
      const wanted = { before, id, version, row: { ...before.row, ...body } };
      await this.studios.save(tx, wanted, { at: now, actorId: actor.personId });
      return this.viewer.view(tx, actor, { studioId: id, now });
    });
  }
}
