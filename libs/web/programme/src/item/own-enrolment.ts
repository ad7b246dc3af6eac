import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ItemView } from '@qinglan/contracts';
import { Button, Icon } from '@qinglan/web-ui';
import { ItemWords } from '../item-words';

/** Where the reader stands with an item, and the one act that is open: enrol, withdraw, or print the certificate. */
@Component({
  selector: 'programme-own-enrolment',
  imports: [Button, Icon, RouterLink, TranslocoPipe],
  template: `
    @let one = item();
    @if (isShown()) {
      <section class="card" [attr.aria-label]="'programme.own.title' | transloco">
        <div>
          <p class="where">{{ where() }}</p>
          @if (places(); as text) {
            <p class="soft small">{{ text }}</p>
          }
        </div>
        <div class="row">
          @if (one.mayEnrol) {
            <button uiButton="strong" type="button" [busy]="busy()" (click)="enrolled.emit()">
              <ui-icon name="check" />{{ 'programme.own.enrol' | transloco }}
            </button>
          }
          @if (one.myCertificate; as certificate) {
            <a uiButton="strong" [routerLink]="['/programme/certificates', certificate.id]">
              <ui-icon name="print" />{{ 'programme.own.certificate' | transloco }}
            </a>
          } @else if (one.mayWithdraw) {
            <button uiButton type="button" [busy]="busy()" (click)="withdrawn.emit()">
              {{ 'programme.own.withdraw' | transloco }}
            </button>
          }
        </div>
      </section>
    }
  `,
  styles: `
    section {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-3) var(--space-5);
      border-color: var(--accent-line);
    }
    p {
      margin: 0;
    }
    .where {
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnEnrolment {
  private readonly words = inject(ItemWords);

  readonly item = input.required<ItemView>();
  readonly busy = input(false);
  readonly enrolled = output();
  readonly withdrawn = output();

  protected readonly isShown = computed(() => {
    const { mayEnrol, mine, state } = this.item();
    return mayEnrol || (mine !== null && (mine !== 'withdrawn' || state === 'planned'));
  });

  protected readonly where = computed(() => {
    const { mine, myPlace } = this.item();
    if (mine === 'waiting') return this.words.say('own.waiting', { n: myPlace ?? '' });
    if (mine === 'enrolled') return this.words.say('own.enrolled');
    return this.words.say(mine === 'withdrawn' ? 'own.withdrawn' : 'own.open');
  });

  /** How full it is. */
  protected readonly places = computed(() => {
    const { capacity, rows, waiting } = this.item();
    if (capacity === null) return this.words.say('own.noLimit');
    const free = Math.max(0, capacity - (rows?.enrolled.sure ?? 0));
    return this.words.say(free > 0 ? 'own.free' : 'own.full', { n: free, capacity, waiting });
  });
}
