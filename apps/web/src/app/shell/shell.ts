import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Arrival, LiveClient, SessionStore, signInAddress, WaitingThings } from '@qinglan/web-platform';
import { Icon } from '@qinglan/web-ui';
import { Banners } from './banners';
import { BeijingClock } from './beijing-clock';
import { Mark } from './mark';
import { countLabel } from './count-label';
import { OpenProposals } from './open-proposals';
import { PersonMenu } from './person-menu';
import { placesOf } from './places';

/** What stays around every page: the bar, the ways to go, the notices. */
@Component({
  selector: 'app-shell',
  imports: [Banners, BeijingClock, Icon, Mark, PersonMenu, RouterLink, RouterLinkActive, RouterOutlet, TranslocoPipe],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  providers: [OpenProposals],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly router = inject(Router);
  private readonly sessions = inject(SessionStore);

  protected readonly places = computed(() => placesOf(this.sessions.roles()));
  private readonly proposals = inject(OpenProposals).label;
  private readonly things = inject(WaitingThings).count;

  /** How much waits behind a way, as it is written: nothing, a number, or 9+. */
  protected waiting(address: string): string {
    if (address === '/mentoring') return countLabel(this.things());
    return address === '/proposals' ? this.proposals() : '';
  }

  constructor() {
    inject(Arrival).follow();
    inject(LiveClient); // the socket lives while somebody is signed in
    effect(() => {
      if (this.sessions.session()) return;
      const backTo = untracked(() => (this.sessions.lost() ? this.router.url : '/'));
      void this.router.navigateByUrl(signInAddress(this.router, backTo));
    });
  }

  /** A plain `#main` link would be read against the base address and leave the page. */
  protected skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }
}
