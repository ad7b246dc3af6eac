import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SessionStore } from '@qinglan/web-platform';
import { Button, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Deadlines } from './deadlines';
import { InboxStore, type Box } from './inbox.store';
import { ProposalCard } from './proposal-card';
import { followProposals } from './timetable-news';
import { mostUrgentFirst } from './urgency';

const boxes: readonly Box[] = ['in', 'out', 'all'];

/** What waits for an answer, and what was answered. */
@Component({
  selector: 'proposals-inbox-page',
  imports: [Button, Nothing, Page, ProblemNotice, ProposalCard, RouterLink, TranslocoPipe, Waiting],
  providers: [Deadlines, InboxStore],
  templateUrl: './inbox.page.html',
  styles: `
    .ui-switch {
      margin-block-end: var(--space-4);
    }
    h2 {
      margin: var(--space-5) 0 var(--space-2);
    }
    ul {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .more {
      display: flex;
      margin: var(--space-4) auto 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InboxPage {
  protected readonly store = inject(InboxStore);
  private readonly sessions = inject(SessionStore);

  /** `?box=out`; people outside schools have neither an in- nor an outbox. */
  readonly box = input<string>();

  protected readonly hasBoxes = computed(() => this.sessions.school() !== null);
  protected readonly boxes = boxes;
  protected readonly current = computed<Box>(() => {
    const wanted = boxes.find((box) => box === this.box());
    return wanted ?? (this.hasBoxes() ? 'in' : 'all');
  });
  protected readonly groups = computed(() => {
    const found = this.store.proposals();
    const rows = found.state === 'ready' ? found.value : [];
    const open = mostUrgentFirst(
      rows.filter(({ status }) => status === 'open'),
      Date.now(),
    );
    const closed = rows.filter(({ status }) => status !== 'open');
    return [
      { key: 'open', rows: open },
      { key: 'closed', rows: closed },
    ].filter((group) => group.rows.length > 0);
  });

  constructor() {
    effect(() => {
      const box = this.current();
      untracked(() => this.store.box.set(box));
    });
    followProposals(
      () => true,
      () => void this.store.proposals.reload(),
    );
  }
}
