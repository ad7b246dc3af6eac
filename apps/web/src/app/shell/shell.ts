import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import type { ConnectedPosition } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { PRIMARY_OUTLET, Router, RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Arrival, LiveClient, mediaMatches, SessionStore, signInAddress, WaitingThings } from '@qinglan/web-platform';
import { Icon } from '@qinglan/web-ui';
import { Banners } from './banners';
import { BeijingClock } from './beijing-clock';
import { Mark } from './mark';
import { countLabel } from './count-label';
import { OpenProposals } from './open-proposals';
import { PersonMenu } from './person-menu';
import { phoneBar, placesOf, wayTo } from './places';

const ends = { originX: 'end', overlayX: 'end' } as const;
const above: ConnectedPosition[] = [{ ...ends, originY: 'top', overlayY: 'bottom' }];

/** What stays around every page: the bar, the ways to go, the notices. */
@Component({
  selector: 'app-shell',
  imports: [
    Banners,
    BeijingClock,
    CdkMenu,
    CdkMenuItem,
    CdkMenuTrigger,
    Icon,
    Mark,
    PersonMenu,
    RouterLink,
    RouterOutlet,
    TranslocoPipe,
  ],
  templateUrl: './shell.html',
  styleUrls: ['./menu.scss', './shell.scss'],
  providers: [OpenProposals],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly router = inject(Router);
  private readonly sessions = inject(SessionStore);

  private readonly isPhone = mediaMatches('(max-width: 719px)');
  /** The way that one has gone. */
  protected readonly address = computed(() => {
    const at = this.router.lastSuccessfulNavigation()?.finalUrl;
    return wayTo(at?.root.children[PRIMARY_OUTLET]?.segments[0]?.path ?? '');
  });
  protected readonly above = above;
  protected readonly bar = computed(() => {
    const places = placesOf(this.sessions.roles());
    return this.isPhone() ? phoneBar(places, this.address()) : { shown: places, others: [] };
  });
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
