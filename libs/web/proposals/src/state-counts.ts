import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { LessonState } from '@qinglan/domain';
import { Badge, type IconName, type Tone } from '@qinglan/web-ui';
import { LessonWords } from './lesson-words';

const looks: Partial<Record<LessonState, readonly [Tone, IconName]>> = {
  proposed: ['accent', 'clock'],
  countered: ['accent', 'clock'],
  confirmed: ['good', 'check'],
  live: ['good', 'room'],
  ended: ['neutral', 'check'],
  verified: ['neutral', 'check'],
  declined: ['bad', 'close'],
  expired: ['warn', 'clock'],
  withdrawn: ['neutral', 'undo'],
  cancelled: ['warn', 'none'],
  missed: ['warn', 'alert'],
  interrupted: ['warn', 'alert'],
};
const order = Object.keys(looks) as LessonState[];

/** The tone and the sign of a lesson's state. */
export const lookOf = (state: LessonState): readonly [Tone, IconName] => looks[state] ?? ['neutral', 'info'];

/** How many lessons stand in which state: "14 已确认 · 1 已谢绝". */
@Component({
  selector: 'proposals-state-counts',
  imports: [Badge],
  template: `
    @for (count of counts(); track count.state) {
      <ui-badge [tone]="count.tone" [icon]="count.icon">
        <span class="figures">{{ count.n }}</span> {{ words.state(count.state) }}
      </ui-badge>
    } @empty {
      <ui-badge icon="edit">{{ words.state('draft') }}</ui-badge>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: var(--space-1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateCounts {
  protected readonly words = inject(LessonWords);

  readonly lessons = input.required<Partial<Record<LessonState, number>>>();

  protected readonly counts = computed(() =>
    order.flatMap((state) => {
      const n = this.lessons()[state] ?? 0;
      const [tone, icon] = lookOf(state);
      return n > 0 ? [{ state, n, tone, icon }] : [];
    }),
  );
}
