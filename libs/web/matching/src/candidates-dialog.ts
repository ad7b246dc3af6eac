import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listMatchingCandidates, type MatchingRoundView, type ReplyOf } from '@qinglan/contracts';
import type { PersonId } from '@qinglan/domain';
import { ApiClient, paged } from '@qinglan/web-platform';
import { Button, Control, DialogFrame, Field, Nothing, ProblemNotice, Waiting } from '@qinglan/web-ui';

/** For which round, and on which side. */
export interface AskedCandidates {
  readonly round: MatchingRoundView;
  readonly part: 'mentor' | 'mentee';
}

type Candidate = ReplyOf<typeof listMatchingCandidates>['items'][number];

/** Picks people of the register; closes with those ticked. */
@Component({
  selector: 'matching-candidates-dialog',
  imports: [Button, Control, DialogFrame, Field, Nothing, ProblemNotice, TranslocoPipe, Waiting],
  templateUrl: './candidates-dialog.html',
  styleUrl: './candidates-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CandidatesDialog {
  private readonly api = inject(ApiClient);
  private readonly dialog = inject<DialogRef<readonly PersonId[]>>(DialogRef);
  protected readonly asked = inject<AskedCandidates>(DIALOG_DATA);

  protected readonly q = signal('');
  protected readonly subject = signal(this.asked.round.studio?.subject ?? '');
  protected readonly cohort = signal('');
  protected readonly ticked = signal<ReadonlySet<PersonId>>(new Set());
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly found = paged((after) =>
    this.api.call(listMatchingCandidates, {
      params: { roundId: this.asked.round.id },
      query: {
        ...{ part: this.asked.part, after, limit: 200, q: this.q() || undefined },
        ...{ subject: this.subject() || undefined, cohort: this.cohort() || undefined },
      },
    }),
  );
  protected readonly shown = computed(() => {
    const found = this.found();
    return found.state === 'ready' ? found.value : [];
  });
  protected readonly areAllTicked = computed(
    () => this.shown().length > 0 && this.shown().every(({ id }) => this.ticked().has(id)),
  );

  protected type(event: Event, into: 'q' | 'subject' | 'cohort'): void {
    const words = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this[into].set(words), 250);
  }

  protected tick({ id }: Candidate, isTicked: boolean): void {
    const ticked = new Set(this.ticked());
    if (isTicked) ticked.add(id);
    else ticked.delete(id);
    this.ticked.set(ticked);
  }

  protected tickAll(isTicked: boolean): void {
    const ids = this.shown().map(({ id }) => id);
    this.ticked.set(isTicked ? new Set([...this.ticked(), ...ids]) : new Set());
  }

  protected take(): void {
    this.dialog.close([...this.ticked()]);
  }
}
