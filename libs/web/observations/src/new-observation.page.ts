import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservableLesson, ObservablePairing, ObservationRequestView } from '@qinglan/contracts';
import { asId, type LessonId, type ObservationDirection, type ObservationId, type PairingId } from '@qinglan/domain';
import { BeijingDay, BeijingTime, beijingDate, beijingNow, ProblemText, SessionStore } from '@qinglan/web-platform';
import { Button, Icon, Nothing, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { ChoiceStore } from './choice.store';
import { DayLessons } from './day-lessons';
import { HeardRequest } from './heard-request';
import { OtherLesson, type TypedLesson } from './other-lesson';
import { PairingChoice } from './pairing-choice';

/** Chooses what is heard: a lesson of the timetable with one tap, or an ordinary class. */
@Component({
  selector: 'observations-new-page',
  imports: [
    BeijingDay,
    BeijingTime,
    Button,
    DayLessons,
    HeardRequest,
    Icon,
    Nothing,
    OtherLesson,
    Page,
    PairingChoice,
    ProblemNotice,
    RouterLink,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './new-observation.page.html',
  styleUrl: './new-observation.page.scss',
  providers: [ChoiceStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewObservationPage {
  protected readonly store = inject(ChoiceStore);
  private readonly problems = inject(ProblemText);
  private readonly router = inject(Router);
  private readonly sessions = inject(SessionStore);
  private readonly toast = inject(Toast);

  /** `?lesson=<id>`: the lesson to be heard. */
  readonly lesson = input<string>();
  /** `?pairing=<id>`: with whom. */
  readonly pairing = input<string>();
  /** `?request=<id>`: what was agreed; everything that it says is filled in. */
  readonly request = input<string>();

  protected readonly isOpening = signal(false);
  private readonly today = beijingNow().day;
  /** The day of a lesson of no timetable: what is known of it already is said. */
  protected readonly day = signal(this.today);
  /** Today's first: those before and on today, newest first; what is still to come cannot be noted yet. */
  protected readonly lessons = computed(() => {
    const found = this.store.lessons.value()?.items ?? [];
    return found.filter(({ startsAt }) => beijingDate(startsAt) <= this.today);
  });
  protected readonly ways = computed(() =>
    (this.store.pairings.value()?.items ?? []).flatMap((pairing) =>
      pairing.directions.map((way) => ({ ...way, pairing })).filter((way) => way.isObserver || way.observationId),
    ),
  );

  /** The request, if it was accepted and the reader is the one who hears. */
  protected readonly agreed = computed(() => {
    const found = this.store.request.value();
    const me = this.sessions.session()?.person.id;
    if (found?.state !== 'accepted' || found.observerId !== me) return null;
    return { ...found, askedOther: found.askedBy.id === me ? found.askedOf.name : found.askedBy.name };
  });

  constructor() {
    effect(() => this.store.day.set(this.day()));
    effect(() => {
      const found = this.agreed();
      if (found) untracked(() => this.store.wantedPairing.set(found.pairingId));
    });
    effect(() => {
      const [lesson, pairing, request] = [this.lesson(), this.pairing(), this.request()];
      untracked(() => {
        this.store.requestId.set(request ?? null);
        this.store.lessonId.set(lesson ?? null);
        this.store.wantedPairing.set(pairing ?? null);
      });
    });
  }

  protected openWay(pairing: ObservablePairing, direction: ObservationDirection): Promise<void> {
    const lessonId = asId<LessonId>(this.lesson() ?? '');
    return this.go(() => this.store.open(pairing.pairingId, lessonId, direction));
  }

  protected openLesson(lesson: ObservableLesson): Promise<void> {
    const pairingId = asId<PairingId>(this.store.chosenId() ?? '');
    return this.go(() => this.store.open(pairingId, lesson.id, this.store.hears()));
  }

  protected openOther(typed: TypedLesson): Promise<void> {
    const pairingId = asId<PairingId>(this.store.chosenId() ?? '');
    return this.go(() => this.store.put({ of: 'class', pairingId, direction: this.store.hears(), ...typed }));
  }

  protected openAgreed({ pairingId, lessonId, direction }: ObservationRequestView): Promise<void> {
    return this.go(() => this.store.open(pairingId, asId<LessonId>(lessonId ?? ''), direction));
  }

  protected openTyped({ id, pairingId, direction }: ObservationRequestView, typed: TypedLesson): Promise<void> {
    return this.go(() => this.store.put({ of: 'class', pairingId, direction, ...typed }, id));
  }

  private async go(open: () => Promise<ObservationId>): Promise<void> {
    this.isOpening.set(true);
    try {
      await this.router.navigate(['/observations', await open()]);
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.isOpening.set(false);
    }
  }
}
