import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Note, Outbox, Sockets } from '@qinglan/api-platform';
import { timetableChanged } from '@qinglan/contracts';
import type * as z from 'zod';
import { Bursts } from './burst';
import { everySchool, partnersRoom, schoolRoom } from './rooms';

type Changed = z.output<typeof timetableChanged.body>;

const once = <T>(all: readonly T[]): T[] => [...new Set(all)];
/** What several changes have in common, or nothing. */
const shared = <T>(all: readonly T[]): T | null => (once(all).length === 1 ? (all[0] ?? null) : null);

function merged(batch: readonly Changed[]): Changed {
  return {
    lessonIds: once(batch.flatMap((changed) => changed.lessonIds)),
    proposalId: shared(batch.map((changed) => changed.proposalId)),
    schoolIds: once(batch.flatMap((changed) => changed.schoolIds)),
    act: shared(batch.map((changed) => changed.act)) ?? 'several',
  };
}

/** Tells everybody who sees a school's timetable that it changed. Only ids travel; clients reload what they show. */
@Injectable()
export class TimetableFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly bursts = new Bursts<Changed>((batch) => this.send(merged(batch)));

  constructor(
    private readonly outbox: Outbox,
    private readonly sockets: Sockets,
  ) {}

  onApplicationBootstrap(): void {
    this.outbox.carry('timetable.changed', (note) => this.take(note));
  }

  onApplicationShutdown(): void {
    this.bursts.stop();
  }

  private take(note: Note): void {
    const changed = timetableChanged.body.safeParse(note.body);
    if (changed.success) this.bursts.push([...changed.data.schoolIds].sort().join(' '), changed.data);
  }

  private send(changed: Changed): void {
    const own = [...changed.schoolIds.map(schoolRoom), everySchool];
    this.sockets.tell({ to: own }, timetableChanged, changed);
    // What a partner agrees with a third school is not ours to know; that its week looks otherwise now, is.
    for (const schoolId of changed.schoolIds) {
      const outline = { ...changed, lessonIds: [], proposalId: null, schoolIds: [schoolId] };
      this.sockets.tell({ to: [partnersRoom(schoolId)], except: own }, timetableChanged, outline);
    }
  }
}
