import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readLesson, ReplyOf } from '@qinglan/contracts';
import { BeijingDay } from '@qinglan/web-platform';
import { Button, Icon } from '@qinglan/web-ui';
import type { LessonState } from './lesson-look';

const standing: Readonly<Partial<Record<LessonState, string>>> = {
  proposed: 'asked',
  countered: 'asked',
  ended: 'done',
  verified: 'done',
  missed: 'lost',
  interrupted: 'lost',
};

/** Which lesson it makes up, which one makes it up, and the way to propose such a one. */
@Component({
  selector: 'app-lesson-make-up',
  imports: [BeijingDay, Button, Icon, RouterLink, TranslocoPipe],
  template: `
    @if (lesson().mayMakeUp) {
      <a uiButton="strong" class="no-print" routerLink="/lesson/new" [queryParams]="{ makeUp: lesson().id }">
        <ui-icon name="calendar" />{{ 'timetable.makeUp.act' | transloco }}
      </a>
    }
    @if (lesson().replacedBy; as other) {
      <a uiButton="quiet" [routerLink]="['/lessons', other.id]">
        <ui-icon name="arrow" /><bdi>{{ by() | transloco: { day: other.startsAt | beijingDay } }}</bdi>
      </a>
    }
    @if (lesson().replaces; as other) {
      <a uiButton="quiet" [routerLink]="['/lessons', other.id]">
        <ui-icon name="undo" /><bdi>{{ 'timetable.makeUp.of' | transloco: { day: other.startsAt | beijingDay } }}</bdi>
      </a>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    :host(:not(:has(a))) {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonMakeUp {
  readonly lesson = input.required<ReplyOf<typeof readLesson>>();

  protected readonly by = computed(() => {
    const state = this.lesson().replacedBy?.state;
    return `timetable.makeUp.${(state && standing[state]) ?? 'agreed'}`;
  });
}
