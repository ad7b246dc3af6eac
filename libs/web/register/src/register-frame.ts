import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SessionStore } from '@qinglan/web-platform';
import { filter, map, startWith } from 'rxjs';

const openPlaces = [
  'organisations',
  'classrooms',
  'classes',
  'people',
  'partnerships',
  'bells',
  'terms',
  'calendar',
] as const;
const administratorPlaces = ['import', 'accounts'] as const;

/** The pages of the register beside each other: tabs where there is room, a list to choose from on a phone. */
@Component({
  selector: 'register-frame',
  imports: [RouterLink, RouterLinkActive, RouterOutlet, TranslocoPipe],
  template: `
    <nav class="no-print" [attr.aria-label]="'register.nav.label' | transloco">
      <div class="tabs">
        @for (place of places(); track place) {
          <a [routerLink]="'/register/' + place" routerLinkActive="here" ariaCurrentWhenActive="page">{{
            'register.nav.' + place | transloco
          }}</a>
        }
      </div>
      <label class="choice">
        <span class="visually-hidden">{{ 'register.nav.label' | transloco }}</span>
        <select class="ui-control" [value]="here()" (change)="go($event)">
          @for (place of places(); track place) {
            <option [value]="place" [selected]="place === here()">{{ 'register.nav.' + place | transloco }}</option>
          }
        </select>
      </label>
    </nav>
    <router-outlet />
  `,
  styleUrl: './register-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterFrame {
  private readonly router = inject(Router);
  private readonly sessions = inject(SessionStore);

  protected readonly places = computed<readonly string[]>(() =>
    this.sessions.hasRole('administrator') ? [...openPlaces, ...administratorPlaces] : openPlaces,
  );
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
      startWith(this.router.url),
    ),
    { initialValue: this.router.url },
  );
  protected readonly here = computed(() => this.address().split(/[/?#]/)[2] ?? 'organisations');

  protected go(event: Event): void {
    void this.router.navigate(['/register', (event.target as HTMLSelectElement).value]);
  }
}
