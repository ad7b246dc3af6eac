import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDay, SessionStore } from '@qinglan/web-platform';
import { Badge, Icon } from '@qinglan/web-ui';
import { Deadlines } from './deadlines';
import { statusLook } from './proposal-status';
import type { ProposalRow } from './shapes';
import { StateCounts } from './state-counts';
import { earlyStartOfRow } from './urgency';
import { viewpointOf } from './viewpoint';

/** One proposal in the list: from whom, what, how many lessons, until when. */
@Component({
  selector: 'proposals-proposal-card',
  imports: [Badge, BeijingDay, Icon, RouterLink, StateCounts, TranslocoPipe],
  template: `
    @let one = proposal();
    <a
      [routerLink]="['/proposals', one.id]"
      [attr.data-open]="one.status === 'open'"
      [attr.data-early]="early() !== null"
    >
      <span class="what">
        <strong>{{ one.subject }}</strong>
        <span class="soft small">{{ 'words.lessonKind.' + one.kind | transloco }}</span>
        <span class="line soft small">
          {{ one.firstStartsAt | beijingDay }}
          @if ((one.firstStartsAt | beijingDay) !== (one.lastStartsAt | beijingDay)) {
            – {{ one.lastStartsAt | beijingDay }}
          }
        </span>
      </span>
      <span class="who">
        {{ 'proposals.inbox.' + seen().direction | transloco: { who: seen().name } }}
        <span class="line soft small"
          ><bdi>{{ one.proposedBy }}</bdi> · {{ one.proposedAt | beijingDay }}</span
        >
      </span>
      <proposals-state-counts [lessons]="one.lessons" />
      <span class="due">
        @if (one.status === 'open') {
          <span class="dues">
            @if (early(); as start) {
              <ui-badge tone="bad" icon="alert">{{
                'proposals.due.firstLesson' | transloco: { when: deadlines.start(start) }
              }}</ui-badge>
            }
            <ui-badge [tone]="due().tone" icon="clock">{{ due().text }}</ui-badge>
          </span>
        } @else {
          <ui-badge [tone]="look()[0]" [icon]="look()[1]">{{ 'proposals.status.' + one.status | transloco }}</ui-badge>
        }
        <ui-icon name="chevron" />
      </span>
    </a>
  `,
  styleUrl: './proposal-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalCard {
  protected readonly deadlines = inject(Deadlines);
  private readonly sessions = inject(SessionStore);

  readonly proposal = input.required<ProposalRow>();

  protected readonly due = computed(() => this.deadlines.due(this.proposal().expiresAt, this.proposal().toSchool));
  protected readonly early = computed(() => earlyStartOfRow(this.proposal(), Date.now()));
  protected readonly look = computed(() => statusLook(this.proposal().status));
  protected readonly seen = computed(() => viewpointOf(this.proposal(), this.sessions.school()?.id ?? null));
}
