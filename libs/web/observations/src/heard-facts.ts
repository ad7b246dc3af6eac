import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservationView } from '@qinglan/contracts';
import { BeijingDay, BeijingTime, SecondClock } from '@qinglan/web-platform';

/** What is known of a heard lesson: when, where, which class, who heard whom. */
@Component({
  selector: 'observations-heard-facts',
  imports: [BeijingDay, BeijingTime, SecondClock, TranslocoPipe],
  template: `
    @let one = observation();
    <dl class="card">
      <div>
        <dt>{{ 'observations.facts.when' | transloco }}</dt>
        <dd>
          {{ one.onDay | beijingDay: 'full' }}
          @if (one.startsAt; as startsAt) {
            <span class="soft small">{{ 'time.beijingLabel' | transloco }}</span>
            <span class="figures">{{ startsAt | beijingTime: one.endsAt ?? startsAt }}</span>
            @if (startsAt | secondClock; as second) {
              <span class="soft small">{{ second }}</span>
            }
          }
        </dd>
      </div>
      <div>
        <dt>{{ 'observations.facts.school' | transloco }}</dt>
        <dd>{{ one.school }}</dd>
      </div>
      @if (one.class; as class) {
        <div>
          <dt>{{ 'observations.facts.class' | transloco }}</dt>
          <dd>{{ class }}</dd>
        </div>
      }
      @if (one.subject; as subject) {
        <div>
          <dt>{{ 'observations.facts.subject' | transloco }}</dt>
          <dd>{{ subject }}</dd>
        </div>
      }
      <div>
        <dt>{{ 'observations.facts.observed' | transloco }}</dt>
        <dd>
          <bdi>{{ one.observed.name }}</bdi>
        </dd>
      </div>
      <div>
        <dt>{{ 'observations.facts.observer' | transloco }}</dt>
        <dd>
          <bdi>{{ one.observer.name }}</bdi>
        </dd>
      </div>
      <div>
        <dt>{{ 'observations.facts.mode' | transloco }}</dt>
        <dd>{{ 'observations.mode.' + one.mode | transloco }}</dd>
      </div>
      @if (isWhole()) {
        @if (one.lessonType; as type) {
          <div>
            <dt>{{ 'observations.heading.lessonType' | transloco }}</dt>
            <dd>{{ 'observations.lessonType.' + type | transloco }}</dd>
          </div>
        }
        @if (one.classSize; as size) {
          <div>
            <dt>{{ 'observations.heading.classSize' | transloco }}</dt>
            <dd class="figures">{{ size }}</dd>
          </div>
        }
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
      gap: var(--space-2) var(--space-5);
      margin: 0;
    }
    div {
      display: flex;
      gap: var(--space-3);
    }
    dt {
      flex: 0 0 4.5em;
      color: var(--text-soft);
    }
    dd .figures,
    dd .small {
      margin-inline-start: var(--space-1);
    }
    dd {
      min-inline-size: 0;
      margin: 0;
      overflow-wrap: anywhere;
    }
    @media print {
      dl {
        grid-template-columns: 1fr 1fr;
        gap: 1mm 6mm;
        padding: 2mm;
        border-radius: 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HeardFacts {
  readonly observation = input.required<ObservationView>();
  /** With what stands above the remarks, for whoever only reads. */
  readonly isWhole = input(false);
}
