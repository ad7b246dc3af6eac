import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingView } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';

/** Who may read the observations; each of the two can let the school in, and only both together do. */
@Component({
  selector: 'mentoring-pairing-sharing',
  imports: [TranslocoPipe],
  template: `
    <section class="card" aria-labelledby="sharing">
      <h2 id="sharing">{{ 'mentoring.sharing.title' | transloco }}</h2>
      <p class="soft">
        <bdi>{{ 'mentoring.sharing.always' | transloco }}</bdi>
      </p>
      @if (pairing().part) {
        <label class="ui-tick">
          <input
            type="checkbox"
            [checked]="own()"
            [disabled]="isBusy()"
            (change)="changed.emit($any($event.target).checked)"
          />
          {{ 'mentoring.sharing.label' | transloco }}
        </label>
      }
      <p role="status">
        <bdi>{{ sentence() }}</bdi>
      </p>
    </section>
  `,
  styles: `
    h2,
    p {
      margin: 0;
    }
    h2 {
      margin-block-end: var(--space-2);
    }
    label {
      margin-block: var(--space-2);
    }
    p + p {
      margin-block-start: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingSharing {
  private readonly languages = inject(Languages);

  readonly pairing = input.required<PairingView>();
  readonly isBusy = input(false);
  readonly changed = output<boolean>();

  protected readonly own = computed(() => {
    const { part, mentorShares, menteeShares } = this.pairing();
    return part === 'mentor' ? mentorShares : menteeShares;
  });

  protected readonly sentence = computed(() => {
    const { part, mentor, mentee, mentorShares, menteeShares } = this.pairing();
    const say = (key: string, name = '') => this.languages.say(`mentoring.sharing.${key}`, { name });
    if (mentorShares && menteeShares) return say('both');
    if (!mentorShares && !menteeShares) return say('neither');
    if (!part) return say(mentorShares ? 'mentorOnly' : 'menteeOnly');
    const other = part === 'mentor' ? mentee.name : mentor.name;
    return say(this.own() ? 'mineOnly' : 'theirsOnly', other);
  });
}
