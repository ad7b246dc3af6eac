import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PairingCard } from '@qinglan/contracts';
import { beijingNow, Languages } from '@qinglan/web-platform';
import { Badge } from '@qinglan/web-ui';
import { contactOf } from './contact';

/** How long ago two people met: amber from 21 days without contact. */
@Component({
  selector: 'mentoring-contact-badge',
  imports: [Badge],
  template: `
    @if (look(); as contact) {
      <ui-badge [tone]="contact.tone" [icon]="contact.icon">{{ words() }}</ui-badge>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      max-inline-size: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactBadge {
  private readonly languages = inject(Languages);

  readonly card = input.required<Pick<PairingCard, 'state' | 'waitingSince' | 'lastContactOn' | 'toDay'>>();

  protected readonly look = computed(() => contactOf(this.card(), beijingNow().day));
  protected readonly words = computed(() => {
    const look = this.look();
    return look ? this.languages.say(`mentoring.waiting.${look.words}`, { days: look.days }) : '';
  });
}
