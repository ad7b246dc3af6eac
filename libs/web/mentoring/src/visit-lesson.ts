import { ChangeDetectionStrategy, Component, computed, effect, inject, input, model, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { listHeardOnDay, listObservableLessons, type ObservableLesson } from '@qinglan/contracts';
import type { ObservationDirection, PairingId } from '@qinglan/domain';
import { ApiClient, beijingDate, BeijingWords, remote } from '@qinglan/web-platform';
import { Control, Field, Notice } from '@qinglan/web-ui';

const other = '';

/** Which lesson of the timetable was heard that day, first of all; and what is known of the day already. */
@Component({
  selector: 'mentoring-visit-lesson',
  imports: [Control, Field, FormsModule, Notice, TranslocoPipe],
  template: `
    @if (choices().length > 0) {
      <ui-field [label]="'mentoring.ask.which' | transloco">
        <select uiControl name="lesson" [ngModel]="lesson()?.id ?? other" (ngModelChange)="choose($event)">
          @for (one of choices(); track one.id) {
            <option [value]="one.id">{{ one.label }}</option>
          }
          <option [value]="other">{{ 'mentoring.visit.otherLesson' | transloco }}</option>
        </select>
      </ui-field>
    }
    @if (known(); as titles) {
      <ui-notice tone="warn">{{ 'mentoring.visit.known' | transloco: { titles } }}</ui-notice>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VisitLesson {
  private readonly api = inject(ApiClient);
  private readonly words = inject(BeijingWords);

  readonly pairingId = input.required<PairingId>();
  readonly direction = input.required<ObservationDirection>();
  readonly onDay = input.required<string>();
  readonly lesson = model<ObservableLesson | null>(null);

  protected readonly other = other;
  private readonly found = remote(() =>
    this.api.call(listObservableLessons, {
      params: { pairingId: this.pairingId() },
      query: { direction: this.direction(), limit: 200 },
    }),
  );
  private readonly heard = remote(() => {
    const [pairingId, direction, onDay] = [this.pairingId(), this.direction(), this.onDay()];
    if (!/^\d{4}-\d\d-\d\d$/.test(onDay)) return undefined;
    return this.api.call(listHeardOnDay, { params: { pairingId }, query: { direction, onDay } });
  });
  private readonly lessons = computed(() =>
    (this.found.value()?.items ?? []).filter(
      ({ startsAt, observationId }) => observationId === null && beijingDate(startsAt) === this.onDay(),
    ),
  );
  protected readonly choices = computed(() =>
    this.lessons().map(({ id, startsAt, topic, subject, class: ofClass }) => ({
      id,
      label: [this.words.dateTime(startsAt), topic ?? subject, ofClass].filter(Boolean).join(' · '),
    })),
  );
  protected readonly known = computed(() => {
    const items = this.lesson() ? [] : (this.heard.value()?.items ?? []);
    return items.map(({ title }) => title).join(' · ');
  });

  constructor() {
    effect(() => {
      const [first] = this.lessons();
      untracked(() => this.lesson.set(first ?? null));
    });
  }

  protected choose(lessonId: string): void {
    this.lesson.set(this.lessons().find(({ id }) => id === lessonId) ?? null);
  }
}
