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
    @for (other of others(); track other.id) {
      @if (other.maySee) {
        <a uiButton="quiet" [routerLink]="['/lessons', other.id]">
          <ui-icon [name]="other.icon" /><bdi>{{ other.words | transloco: { day: other.startsAt | beijingDay } }}</bdi>
        </a>
      } @else {
        <p>
          <ui-icon [name]="other.icon" /><bdi>{{ other.words | transloco: { day: other.startsAt | beijingDay } }}</bdi>
        </p>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    :host(:not(:has(a, p))) {
      display: none;
    }
    p {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonMakeUp {
  readonly lesson = input.required<ReplyOf<typeof readLesson>>();

  /** The one that makes it up, and the one that it makes up; a link where the reader may see it. */
  protected readonly others = computed(() => {
    const { replacedBy, replaces } = this.lesson();
    const state = replacedBy?.state;
    const by = `timetable.makeUp.${(state && standing[state]) ?? 'agreed'}`;
    return [
      ...(replacedBy ? [{ ...replacedBy, icon: 'arrow' as const, words: by }] : []),
      ...(replaces ? [{ ...replaces, icon: 'undo' as const, words: 'timetable.makeUp.of' }] : []),
    ];
  });
}
