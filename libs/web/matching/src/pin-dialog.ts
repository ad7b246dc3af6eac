import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listMatchingPeople, type MatchingPerson, type MatchingRoundView } from '@qinglan/contracts';
import type { PersonId } from '@qinglan/domain';
import { ApiClient, paged } from '@qinglan/web-platform';
import { Button, Control, DialogFrame, Field, Nothing, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { PersonCard } from './person-card';
import type { WantedRule } from './rule-words';

/** For whom a mentor is named, in which round. */
export interface AskedMentor {
  readonly round: MatchingRoundView;
  readonly mentee: WantedRule['mentee'];
}

/** The mentor who was named, and why. */
export interface NamedMentor {
  readonly mentorId: PersonId;
  readonly reason: string;
}

/** Names a mentor for a mentee, with a reason: the pair is pinned. */
@Component({
  selector: 'matching-pin-dialog',
  imports: [Button, Control, DialogFrame, Field, Nothing, PersonCard, ProblemNotice, TranslocoPipe, Waiting],
  templateUrl: './pin-dialog.html',
  styles: `
    .scroll {
      max-block-size: 40vh;
      padding: var(--space-1);
      overflow-y: auto;
    }
    ul {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    label.card {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      padding: var(--space-2) var(--space-3);
      cursor: pointer;
    }
    .chosen {
      border-color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PinDialog {
  private readonly api = inject(ApiClient);
  private readonly dialog = inject<DialogRef<NamedMentor>>(DialogRef);
  protected readonly asked = inject<AskedMentor>(DIALOG_DATA);

  protected readonly q = signal('');
  protected readonly mentor = signal<MatchingPerson | null>(null);
  protected readonly reason = signal('');
  protected readonly isWhole = computed(() => this.mentor() !== null && this.reason().trim() !== '');
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly found = paged((after) =>
    this.api.call(listMatchingPeople, {
      params: { roundId: this.asked.round.id },
      query: { part: 'mentor' as const, after, q: this.q() || undefined },
    }),
  );

  protected type(event: Event): void {
    const words = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.q.set(words), 250);
  }

  protected pin(): void {
    const mentor = this.mentor();
    if (mentor) this.dialog.close({ mentorId: mentor.id, reason: this.reason().trim() });
  }
}
