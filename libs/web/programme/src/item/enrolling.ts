import { inject, Injectable } from '@angular/core';
import { enrolPerson, type EnrolmentRow } from '@qinglan/contracts';
import type { ItemId, PersonId } from '@qinglan/domain';
import { ApiClient, isProblem, RefusalWords } from '@qinglan/web-platform';
import { Confirm } from '@qinglan/web-ui';
import { ItemWords } from '../item-words';

/** Who is enrolled in what; `name` where it is somebody else. */
export interface Enrolled {
  readonly itemId: ItemId;
  readonly personId: PersonId;
  readonly name?: string;
}

/** Enrols; where a sitting meets something else of this person, says what, and asks whether to enrol all the same. */
@Injectable({ providedIn: 'root' })
export class Enrolling {
  private readonly api = inject(ApiClient);
  private readonly confirm = inject(Confirm);
  private readonly refusals = inject(RefusalWords);
  private readonly words = inject(ItemWords);

  /** Null when somebody thought better of it. */
  async enrol({ itemId, personId, name }: Enrolled): Promise<EnrolmentRow | null> {
    const params = { itemId, personId };
    try {
      return await this.api.call(enrolPerson, { params });
    } catch (error) {
      if (!isProblem(error, 'party-taken')) throw error;
      const isMeant = await this.asks(error, name);
      return isMeant ? this.api.call(enrolPerson, { params, query: { despite: 'true' } }) : null;
    }
  }

  private async asks(error: unknown, name: string | undefined): Promise<boolean> {
    const lines = this.refusals.of(error).clashes.map(({ day, when, what }) => `${day} ${when} \u2068${what}\u2069`);
    const yes = await this.confirm.ask({
      heading: name ? this.words.say('clash.theirs', { name: `\u2068${name}\u2069` }) : this.words.say('clash.yours'),
      text: [...new Set(lines), this.words.say('clash.text')].join('\n'),
      act: this.words.say('clash.despite'),
      dismissal: this.words.say('clash.keep'),
    });
    return yes !== null;
  }
}
