import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, logVisit, ObservationView, SentEntryChange } from '@qinglan/contracts';
import { type Actor, asId, beijingDayOf, type EntryKind, type Temporal } from '@qinglan/domain';
import { ObservationOpener } from './observation.opener';
import { ObservationViewer } from './observation.viewer';
import { VisitWriter } from './visit.writer';

type Given = InputOf<typeof logVisit>;

const remark = (kind: EntryKind, text: string | null, now: Temporal.Instant): readonly SentEntryChange[] => {
  if (text === null) return [];
  const [changeId, entryId] = [randomUUID(), randomUUID()];
  const blank = { basedOn: null, view: null, tags: [], isRemoved: false };
  return [{ changeId: asId(changeId), entryId: asId(entryId), kind, text, at: now.toString(), ...blank }];
};

/** A visit written down in twenty seconds: opened, a line in it, and laid before the other. */
@Injectable()
export class LogVisit {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly opener: ObservationOpener,
    private readonly writing: VisitWriter,
    private readonly viewer: ObservationViewer,
  ) {}

  execute(actor: Actor, { params, body }: Given): Promise<ObservationView> {
    const now = this.clock.now();
    const { pairingId, direction, mode, lessonId, topic, subject } = body;
    const typed = { onDay: body.onDay ?? beijingDayOf(now).toString(), topic, subject, class: body.class };
    return this.transactions.write(async (tx) => {
      const wanted = { ...params, pairingId, direction, mode, lessonId, typed, asked: JSON.stringify(body) };
      const { observation, isNew } = await this.opener.open(tx, wanted, { actor, now });
      // Her record of that lesson is there: a line of this one would be lost in it.
      if (observation.observationId !== params.observationId) throw new Refused('already-noted');
      const next = now.add({ milliseconds: 1 }); // so that they keep their order
      const entries = [...remark('highlight', body.highlight, now), ...remark('advice', body.advice, next)];
      const shown = isNew ? await this.writing.write(tx, observation, { actor, now, entries }) : observation;
      return this.viewer.view(tx, shown, { actor, now });
    });
  }
}
