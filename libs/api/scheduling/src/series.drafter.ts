import { Injectable } from '@nestjs/common';
import { allowOrHide, History, type Read, Refused, type Tx } from '@qinglan/api-platform';
import type { InputOf, saveSeries } from '@qinglan/contracts';
import { type Actor, mayProposeLesson, seriesStatus, type SeriesStatus, type Temporal } from '@qinglan/domain';
import { partiesOf, requireOwnParties, subjectOf } from './cast';
import { DraftStore } from './draft.store';
import { Holds } from './holds';
import { draftChanges, type SeriesDraft, type SeriesFacts } from './series.facts';
import { SeriesPlanner } from './series.planner';
import { SeriesQueries } from './series.queries';

/** A draft as it came through the door. */
export interface Drafting {
  readonly given: InputOf<typeof saveSeries>;
  readonly now: Temporal.Instant;
}

/** A series with lessons that wait or are agreed is no draft any more. */
const drafts: ReadonlySet<SeriesStatus> = new Set(['draft', 'declined', 'expired', 'withdrawn', 'cancelled']);

/** Whether a series may be drafted anew and asked for (again). */
export const isDraft = (series: SeriesFacts): boolean => drafts.has(seriesStatus(series.states));

/** What is not there cannot be changed, and what is there is changed by those who may propose it. */
function requireKnown(actor: Actor, before: SeriesFacts | null, version: number): void {
  if (before) allowOrHide(mayProposeLesson(actor, subjectOf(before)));
  else if (version > 0) throw new Refused('not-found');
}

/** Writes drafts: a draft must be of one's own school, between partners, and with people and rooms of the two. */
@Injectable()
export class SeriesDrafter {
  constructor(
    private readonly series: SeriesQueries,
    private readonly planner: SeriesPlanner,
    private readonly holds: Holds,
    private readonly store: DraftStore,
    private readonly history: History,
  ) {}

  async save(tx: Tx, actor: Actor, { given, now }: Drafting): Promise<void> {
    const { seriesId } = given.params;
    const draft: SeriesDraft = given.body;
    const before = await this.series.lock(tx, seriesId);
    requireKnown(actor, before, given.version);
    await this.requireSound(tx, actor, draft);
    const changes = draftChanges(before, draft);
    // The same draft sent twice happens once.
    if (before && given.version === 0 && !changes) return;
    const act = await this.write(tx, before, given);
    const happening = { subjectId: seriesId, act, detail: changes ?? {} };
    await this.history.add(tx, { at: now, actorId: actor.personId }, [happening]);
  }

  private async write(tx: Tx, before: SeriesFacts | null, given: Drafting['given']): Promise<string> {
    const { seriesId } = given.params;
    if (!before) {
      if (await this.store.add(tx, seriesId, given.body)) return 'series.drafted';
      throw new Refused('stale');
    }
    if (before.version !== given.version) throw new Refused('stale');
    if (!isDraft(before)) throw new Refused('wrong-state');
    await this.store.change(tx, seriesId, given.body);
    return 'series.changed';
  }

  private async requireSound(read: Read, actor: Actor, draft: SeriesDraft): Promise<void> {
    await this.planner.frame(read, actor, draft);
    requireOwnParties(draft, await this.holds.find(read, partiesOf(draft)));
  }
}
