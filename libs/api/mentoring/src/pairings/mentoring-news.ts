import { Injectable } from '@nestjs/common';
import { Outbox, type Tx } from '@qinglan/api-platform';
import type { PersonId } from '@qinglan/domain';

/** Tells people that something of theirs in mentoring changed: their open pages look again. */
@Injectable()
export class MentoringNews {
  constructor(private readonly outbox: Outbox) {}

  async tell(tx: Tx, personIds: readonly PersonId[]): Promise<void> {
    if (personIds.length === 0) return;
    await this.outbox.add(tx, { type: 'mentoring.changed', body: { personIds: [...new Set(personIds)] } });
  }
}
