import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservationRequestView } from '@qinglan/contracts';
import type { ObservationMode } from '@qinglan/domain';
import { BeijingDateTime, beijingDate, beijingNow } from '@qinglan/web-platform';
import { Button, Icon, Notice } from '@qinglan/web-ui';
import { ChoiceStore } from './choice.store';
import { OtherLesson, type TypedLesson } from './other-lesson';

/** What was agreed is filled in: with whom, when, what about. One tap opens the notebook. */
@Component({
  selector: 'observations-heard-request',
  imports: [BeijingDateTime, Button, Icon, Notice, OtherLesson, RouterLink, TranslocoPipe],
  template: `
    @let one = request();
    <section class="card stack" aria-labelledby="agreed">
      <h2 id="agreed">{{ 'observations.new.agreed' | transloco: { name: '⁨' + one.askedOther + '⁩' } }}</h2>
      <p class="facts">
        <strong
          ><bdi>{{ one.startsAt | beijingDateTime }}</bdi></strong
        >
        @if (one.topic; as topic) {
          <bdi>{{ topic }}</bdi>
        }
      </p>
      @if (one.observationId; as observationId) {
        <a uiButton="strong" [routerLink]="['/observations', observationId]">
          {{ 'observations.new.goOn' | transloco }}
        </a>
      } @else if (isToCome()) {
        <ui-notice icon="clock">{{ 'observations.new.toCome' | transloco }}</ui-notice>
      } @else if (one.lessonId) {
        <button uiButton="strong" type="button" [busy]="isOpening()" (click)="lesson.emit()">
          <ui-icon name="edit" />{{ 'observations.new.begin' | transloco }}
        </button>
      } @else {
        <observations-other-lesson
          [act]="'observations.new.begin' | transloco"
          [busy]="isOpening()"
          [known]="one.topic ?? ''"
          [day]="day()"
          [usualMode]="mode()"
          [knownSubject]="store.chosen()?.subject ?? ''"
          look="strong"
          (chosen)="typed.emit($event)"
        />
      }
    </section>
  `,
  styles: `
    h2,
    .facts {
      margin: 0;
    }
    .facts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-3);
      overflow-wrap: anywhere;
    }
    .stack > [uiButton] {
      justify-self: start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HeardRequest {
  protected readonly store = inject(ChoiceStore);

  readonly request = input.required<ObservationRequestView & { readonly askedOther: string }>();
  readonly isOpening = input(false);
  readonly lesson = output();
  readonly typed = output<TypedLesson>();

  protected readonly day = computed(() => beijingDate(this.request().startsAt));
  /** What is still to come cannot be noted yet. */
  protected readonly isToCome = computed(() => this.day() > beijingNow().day);
  protected readonly mode = computed<ObservationMode>(() => this.store.usualMode());
}
