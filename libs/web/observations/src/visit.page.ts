import { ChangeDetectionStrategy, Component, effect, inject, input, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservableLesson } from '@qinglan/contracts';
import { asId, type PairingId } from '@qinglan/domain';
import { beijingNow, Languages, ProblemText } from '@qinglan/web-platform';
import { Control, Field, Nothing, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { ChoiceStore } from './choice.store';
import { DayLessons } from './day-lessons';
import { OtherLesson, type TypedLesson } from './other-lesson';
import { PairingChoice } from './pairing-choice';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A visit written down in twenty seconds: topic, and a line if there is time; today and on site unless changed. */
@Component({
  selector: 'observations-visit-page',
  imports: [
    Control,
    DayLessons,
    Field,
    FormsModule,
    Nothing,
    OtherLesson,
    Page,
    PairingChoice,
    ProblemNotice,
    TranslocoPipe,
    Waiting,
  ],
  template: `
    <ui-page
      [heading]="'observations.visit.title' | transloco"
      [subtitle]="'observations.visit.subtitle' | transloco"
      [back]="['/observations']"
      [backLabel]="'observations.list.title' | transloco"
    >
      @let pairings = store.pairings();
      @switch (pairings.state) {
        @case ('loading') {
          <ui-waiting [lines]="6" />
        }
        @case ('failed') {
          <ui-problem [problem]="pairings.problem" (again)="store.pairings.reload()" />
        }
        @case ('ready') {
          @if (pairings.value.items.length === 0) {
            <ui-nothing
              icon="people"
              [heading]="'observations.pairing.none' | transloco"
              [hint]="'observations.pairing.noneHint' | transloco"
            />
          } @else {
            <section class="card stack" [attr.aria-label]="'observations.visit.title' | transloco">
              <observations-pairing-choice [pairings]="pairings.value.items" [(chosen)]="store.chosenId" />
              @if (store.chosen()) {
                <observations-day-lessons
                  [lessons]="store.lessonsOfDay()"
                  [heard]="store.heard.value()?.items ?? []"
                  [(chosen)]="lesson"
                />
                <observations-other-lesson
                  [act]="'observations.visit.save' | transloco"
                  [busy]="isSaving()"
                  [isWhole]="false"
                  [lesson]="lesson()"
                  [usualMode]="store.usualMode()"
                  [(day)]="day"
                  look="strong"
                  (chosen)="save($event)"
                >
                  <ui-field [label]="'observations.kind.highlight' | transloco" [optional]="'ui.optional' | transloco">
                    <input uiControl name="highlight" maxlength="1000" autocomplete="off" [(ngModel)]="highlight" />
                  </ui-field>
                  <ui-field [label]="'observations.kind.advice' | transloco" [optional]="'ui.optional' | transloco">
                    <input uiControl name="advice" maxlength="1000" autocomplete="off" [(ngModel)]="advice" />
                  </ui-field>
                </observations-other-lesson>
              }
            </section>
          }
        }
      }
    </ui-page>
  `,
  styles: `
    ui-field {
      inline-size: 100%;
    }
  `,
  providers: [ChoiceStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VisitPage {
  protected readonly store = inject(ChoiceStore);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);

  /** `?pairing=<id>`: with whom. */
  readonly pairing = input<string>();

  protected readonly highlight = signal('');
  protected readonly advice = signal('');
  protected readonly day = signal(beijingNow().day);
  protected readonly lesson = signal<ObservableLesson | null>(null);
  protected readonly isSaving = signal(false);

  constructor() {
    effect(() => this.store.day.set(this.day()));
    effect(() => {
      const pairing = this.pairing();
      untracked(() => this.store.wantedPairing.set(pairing ?? null));
    });
  }

  protected async save(typed: TypedLesson): Promise<void> {
    this.isSaving.set(true);
    const pairingId = asId<PairingId>(this.store.chosenId() ?? '');
    const lessonId = this.lesson()?.id ?? null;
    const lines = { highlight: orNull(this.highlight()), advice: orNull(this.advice()) };
    try {
      await this.store.visit({ pairingId, direction: this.store.hears(), lessonId, ...typed, ...lines });
      this.toast.say(this.languages.say('observations.visit.done', { who: this.store.chosen()?.other.name ?? '' }));
      await this.router.navigate(['/observations'], { queryParams: { box: 'waiting' } });
    } catch (error) {
      this.toast.warn(this.problems.of(error));
      // What an answer that was lost did save is told now.
      void this.store.heard.reload();
      void this.store.lessons.reload();
    } finally {
      this.isSaving.set(false);
    }
  }
}
