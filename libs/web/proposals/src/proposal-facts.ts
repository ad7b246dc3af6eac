import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDateTime, BeijingDay, remote, type RemoteStore } from '@qinglan/web-platform';
import { Icon, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Deadlines } from './deadlines';
import { LessonWords } from './lesson-words';
import type { Deed } from './proposal-history';
import { ProposalStore } from './proposal.store';
import type { Proposal } from './shapes';
import { StateCounts } from './state-counts';

const told = ['proposed', 'confirmed', 'declined', 'withdrawn', 'expired', 'cancelled', 'moved'];

/** Who asks whom for what, with whom and where; and what happened so far, when asked. */
@Component({
  selector: 'proposals-proposal-facts',
  imports: [BeijingDateTime, BeijingDay, Icon, ProblemNotice, RouterLink, StateCounts, TranslocoPipe, Waiting],
  templateUrl: './proposal-facts.html',
  styleUrl: './proposal-facts.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalFacts {
  protected readonly deadlines = inject(Deadlines);
  protected readonly words = inject(LessonWords);
  private readonly store = inject(ProposalStore);

  readonly proposal = input.required<Proposal>();

  protected readonly first = computed(() => this.proposal().items[0] ?? null);
  protected readonly wantsHistory = signal(false);
  protected readonly history: RemoteStore<readonly Deed[]> = remote(
    () => (this.wantsHistory() ? this.store.history(this.proposal()) : undefined),
    { keep: true },
  );

  protected open(event: Event): void {
    this.wantsHistory.set((event.target as HTMLDetailsElement).open);
  }

  protected deed({ act, actor, lessons }: Deed): string {
    const name = act.replace(/^lesson\./, '');
    const who = actor ?? this.words.say('history.system');
    const values = { who, n: lessons };
    if (!told.includes(name)) return this.words.say('history.other', { ...values, state: this.words.state(name) });
    return this.words.say(`history.${name}`, values);
  }
}
