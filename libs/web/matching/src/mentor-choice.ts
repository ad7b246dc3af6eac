import { ChangeDetectionStrategy, Component, inject, input, model, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listMatchingPeople, type MatchingRoundView } from '@qinglan/contracts';
import type { PersonId } from '@qinglan/domain';
import { ApiClient, paged } from '@qinglan/web-platform';
import { Badge, Button, Control, Field, Nothing, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { closedCause } from './closed-to';
import { PersonCard } from './person-card';

/** The mentors of a round to choose one from; whoever cannot be had stands there with the reason. */
@Component({
  selector: 'matching-mentor-choice',
  imports: [Badge, Button, Control, Field, Nothing, PersonCard, ProblemNotice, TranslocoPipe, Waiting],
  templateUrl: './mentor-choice.html',
  styleUrl: './mentor-choice.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MentorChoice {
  private readonly api = inject(ApiClient);

  readonly round = input.required<MatchingRoundView>();
  readonly menteeId = input.required<PersonId>();
  readonly mentor = model<{ readonly id: PersonId } | null>(null);

  protected readonly q = signal('');
  private typing: ReturnType<typeof setTimeout> | undefined;
  protected readonly found = paged((after) =>
    this.api.call(listMatchingPeople, {
      params: { roundId: this.round().id },
      query: { part: 'mentor' as const, menteeId: this.menteeId(), after, q: this.q() || undefined },
    }),
  );
  protected readonly closed = closedCause;

  protected type(event: Event): void {
    const words = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.q.set(words), 250);
  }
}
