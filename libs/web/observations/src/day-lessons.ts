import { ChangeDetectionStrategy, Component, computed, effect, inject, input, model, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { HeardOnDay, ObservableLesson } from '@qinglan/contracts';
import { BeijingWords } from '@qinglan/web-platform';
import { Control, Field, Notice } from '@qinglan/web-ui';

const other = '';

/** Offers the lessons of a day that nothing is written of yet, and says what is known of that day already. */
@Component({
  selector: 'observations-day-lessons',
  imports: [Control, Field, FormsModule, Notice, RouterLink, TranslocoPipe],
  template: `
    @if (choices().length > 0) {
      <ui-field [label]="'observations.ask.lesson' | transloco">
        <select uiControl name="lesson" [ngModel]="chosen()?.id ?? other" (ngModelChange)="choose($event)">
          @for (one of choices(); track one.id) {
            <option [value]="one.id">{{ one.label }}</option>
          }
          <option [value]="other">{{ 'observations.ask.other' | transloco }}</option>
        </select>
      </ui-field>
    }
    @if (heard().length > 0 && !chosen()) {
      <ui-notice tone="warn">
        {{ 'observations.visit.known' | transloco }}
        @for (one of heard(); track $index) {
          <br />
          @if (one.observationId; as observationId) {
            <a [routerLink]="['/observations', observationId]">
              <bdi>{{ one.title }}</bdi>
            </a>
          } @else {
            <bdi>{{ one.title }}</bdi>
          }
        }
      </ui-notice>
    }
  `,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: var(--touch);
    }
    :host {
      display: grid;
      gap: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayLessons {
  private readonly words = inject(BeijingWords);

  /** Lessons of the day, without an observation. */
  readonly lessons = input.required<readonly ObservableLesson[]>();
  readonly heard = input.required<readonly HeardOnDay[]>();
  readonly chosen = model<ObservableLesson | null>(null);

  protected readonly other = other;
  protected readonly choices = computed(() =>
    this.lessons().map(({ id, startsAt, topic, subject, class: ofClass }) => ({
      id,
      label: [this.words.dateTime(startsAt), topic ?? subject, ofClass].filter(Boolean).join(' · '),
    })),
  );

  constructor() {
    effect(() => {
      const [first] = this.lessons();
      untracked(() => this.chosen.set(first ?? null));
    });
  }

  protected choose(lessonId: string): void {
    this.chosen.set(this.lessons().find(({ id }) => id === lessonId) ?? null);
  }
}
