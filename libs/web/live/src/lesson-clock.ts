import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Temporal } from '@qinglan/domain';
import { beijingClock, Languages, SecondClock } from '@qinglan/web-platform';

const milliseconds = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;
const minutes = (span: number): number => Math.ceil(span / 60_000);

/** The Beijing time, large, and how many minutes are left. */
@Component({
  selector: 'app-lesson-clock',
  imports: [SecondClock, TranslocoPipe],
  template: `
    <p class="clock">
      <span class="soft">{{ 'time.beijingLabel' | transloco }}</span>
      <strong class="figures">{{ time() }}</strong>
      @if (time() | secondClock; as second) {
        <span class="soft">{{ second }}</span>
      }
    </p>
    <p class="left">{{ left() }}</p>
    <div class="track" aria-hidden="true"><div [style.inline-size]="part()"></div></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: var(--space-1) var(--space-6);
      padding: var(--space-5);
      border: 1px solid var(--line);
      border-radius: var(--radius-large);
      background: var(--surface);
    }
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--space-3);
      margin: 0;
    }
    .clock strong {
      font-size: clamp(2.5rem, 7vw, 4rem);
      line-height: 1.15;
    }
    .left {
      font-size: clamp(1.25rem, 3.5vw, 2rem);
      font-weight: 600;
    }
    .track {
      flex: 1 0 100%;
      block-size: 0.625rem;
      overflow: hidden;
      border-radius: 0.3125rem;
      background: var(--surface-sunken);
    }
    .track div {
      block-size: 100%;
      background: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonClock {
  private readonly languages = inject(Languages);

  readonly startsAt = input.required<string>();
  readonly endsAt = input.required<string>();
  /** Milliseconds since 1970. */
  readonly now = input.required<number>();

  protected readonly time = computed(() => beijingClock(Temporal.Instant.fromEpochMilliseconds(this.now()).toString()));
  private readonly span = computed(() => [milliseconds(this.startsAt()), milliseconds(this.endsAt())] as const);

  protected readonly left = computed(() => {
    const [start, end] = this.span();
    const now = this.now();
    if (now < start) return this.languages.say('live.clock.before', { n: minutes(start - now) });
    if (now < end) return this.languages.say('live.clock.left', { n: minutes(end - now) });
    return this.languages.say('live.clock.over', { n: Math.floor((now - end) / 60_000) });
  });
  protected readonly part = computed(() => {
    const [start, end] = this.span();
    return `${Math.min(100, Math.max(0, ((this.now() - start) / (end - start)) * 100))}%`;
  });
}
