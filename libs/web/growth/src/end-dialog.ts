import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { addDays, asId, type PairingId, type PersonId, Temporal } from '@qinglan/domain';
import { PeopleSearch, uuid } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice, SearchSelect } from '@qinglan/web-ui';
import type { EndGiven } from './end-given';
import { Sending } from './sending';

/** The last word about one or several pairings: the result, the successor, to when, why. */
@Component({
  selector: 'growth-end-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, SearchSelect, TranslocoPipe],
  providers: [PeopleSearch, Sending],
  templateUrl: './end-dialog.html',
  styles: `
    p {
      margin: 0;
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      min-block-size: var(--touch);
    }
    fieldset {
      margin: 0;
      padding: var(--space-2) var(--space-4);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    legend {
      padding-inline: var(--space-2);
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndDialog {
  protected readonly given = inject<EndGiven>(DIALOG_DATA);
  protected readonly people = inject(PeopleSearch);
  protected readonly sending = inject(Sending);

  protected readonly act = this.given.act;
  /** Among the pairings of a cohort that leaves, the button already said so. */
  protected readonly isAtDistance = this.act === 'extend' && this.given.isLeaving;
  protected readonly continues = this.act === 'extend' || this.act === 'hand-over';
  protected readonly earliest = addDays(Temporal.PlainDate.from(this.given.today), 1).toString();

  protected readonly reason = signal('');
  protected readonly toDay = signal(this.given.toDay);
  protected readonly atDistance = signal(this.given.isLeaving);
  protected readonly successorId = signal<PersonId | null>(null);
  protected readonly result = signal<'excellent' | 'pass'>('pass');
  private readonly newPairingIds = Array.from({ length: this.given.count }, () => asId<PairingId>(uuid()));

  protected readonly look = this.act === 'dissolve' || this.act === 'fail' ? 'danger' : 'strong';
  protected readonly isWhole = computed(() => {
    if (this.act === 'complete') return true;
    if (this.reason().trim() === '') return false;
    if (this.continues && this.toDay() < this.earliest) return false;
    return this.act !== 'hand-over' || this.successorId() !== null;
  });

  constructor() {
    this.people.role.set('mentor');
  }

  protected async send(): Promise<void> {
    const choice = {
      reason: this.reason(),
      toDay: this.toDay(),
      atDistance: this.atDistance(),
      successorId: this.successorId(),
      result: this.result(),
      newPairingIds: this.newPairingIds,
    };
    await this.sending.send(() => this.given.send(choice));
  }
}
