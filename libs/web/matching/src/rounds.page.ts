import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { listMatchingRounds, listStudios, type MatchingRoundCard, type MatchingRoundView } from '@qinglan/contracts';
import { ApiClient, BeijingDay, paged, remote, SessionStore } from '@qinglan/web-platform';
import { Badge, Button, Dialogs, Icon, Nothing, Notice, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { RoundDialog } from './round-dialog';
import { roundLook } from './round-look';

/** The rounds that concern the reader, those that wait for her first. */
@Component({
  selector: 'matching-rounds-page',
  imports: [Badge, BeijingDay, Button, Icon, Nothing, Notice, Page, ProblemNotice, RouterLink, TranslocoPipe, Waiting],
  templateUrl: './rounds.page.html',
  styleUrl: './rounds.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundsPage {
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly sessions = inject(SessionStore);

  protected readonly rounds = paged((after) => this.api.call(listMatchingRounds, { query: { after } }));
  private readonly studios = remote(() =>
    this.sessions.hasRole('mentor') ? this.api.call(listStudios, { query: { limit: 200 } }) : undefined,
  );
  protected readonly mayOpen = computed(() => {
    const own = this.sessions.session()?.person.id;
    const leads = (this.studios.value()?.items ?? []).some(({ lead }) => lead?.id === own);
    return this.sessions.hasRole('administrator') || leads;
  });
  protected readonly cards = computed(() => {
    const found = this.rounds();
    const all = found.state === 'ready' ? found.value : [];
    return [...all.filter(({ waitsForMe }) => waitsForMe), ...all.filter(({ waitsForMe }) => !waitsForMe)];
  });
  protected readonly lookOf = ({ state }: MatchingRoundCard) => roundLook[state];

  protected async open(): Promise<void> {
    const made = await this.dialogs.open<MatchingRoundView, null>(RoundDialog, null, 'wide');
    if (made) await this.router.navigate(['/matching', made.id]);
  }
}
