import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Note, Outbox, Sockets } from '@qinglan/api-platform';
import { mentoringChanged } from '@qinglan/contracts';
import { asId, type PersonId } from '@qinglan/domain';
import * as z from 'zod';
import { personRoom } from './rooms';

const concerned = z.object({ personIds: z.array(z.string()) });

/** Tells those whom it concerns that something of theirs in mentoring changed; what it is, their pages ask. */
@Injectable()
export class MentoringFeed implements OnApplicationBootstrap {
  constructor(
    private readonly outbox: Outbox,
    private readonly sockets: Sockets,
  ) {}

  onApplicationBootstrap(): void {
    this.outbox.carry('mentoring.changed', (note) => this.tell(note));
  }

  private tell({ body }: Note): void {
    const told = concerned.safeParse(body);
    if (!told.success) return;
    const rooms = told.data.personIds.map((personId) => personRoom(asId<PersonId>(personId)));
    this.sockets.tell({ to: rooms }, mentoringChanged, {});
  }
}
