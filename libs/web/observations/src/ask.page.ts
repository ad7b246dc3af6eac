import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { addDays, asId, beijingMinute, minuteOf, type LessonId, type PairingId } from '@qinglan/domain';
import { beijingDate, beijingNow, BeijingWords, dayOf, Languages, ProblemText } from '@qinglan/web-platform';
import { Button, Control, Field, Icon, Nothing, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { ChoiceStore } from './choice.store';
import { PairingChoice } from './pairing-choice';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const isSpan = (minutes: number | null): boolean => minutes !== null && minutes >= 5 && minutes <= 240;
const other = 'other';

/** Asks the other to hear a lesson, or to be let in to one, a day ahead. */
@Component({
  selector: 'observations-ask-page',
  imports: [
    Button,
    Control,
    Field,
    FormsModule,
    Icon,
    Nothing,
    Page,
    PairingChoice,
    ProblemNotice,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './ask.page.html',
  styles: `
    form {
      display: grid;
      gap: var(--space-4);
    }
    [type='submit'] {
      justify-self: start;
    }
    .ui-switch {
      justify-self: start;
    }
  `,
  providers: [ChoiceStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskPage {
  protected readonly store = inject(ChoiceStore);
  private readonly words = inject(BeijingWords);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);

  /** `?pairing=<id>`: with whom. */
  readonly pairing = input<string>();

  protected readonly other = other;
  protected readonly tomorrow = addDays(dayOf(beijingNow().day), 1).toString();
  protected readonly lessonId = signal<string>(other);
  protected readonly day = signal(this.tomorrow);
  protected readonly time = signal('10:00');
  /** How long another lesson lasts: with it, the time of both is held once the other agrees. */
  protected readonly minutes = signal<number | null>(40);
  protected readonly topic = signal('');
  protected readonly note = signal('');
  protected readonly isSending = signal(false);

  /** From tomorrow on, soonest first. */
  protected readonly lessons = computed(() =>
    [...(this.store.lessons.value()?.items ?? [])]
      .filter(({ startsAt }) => beijingDate(startsAt) >= this.tomorrow)
      .reverse()
      .map(({ id, startsAt, topic, subject }) => ({
        id,
        label: `${this.words.dateTime(startsAt)} · ${topic ?? subject}`,
      })),
  );
  /** Usually the mentee asks to be heard, and the mentor to hear. */
  protected readonly ways = computed(() => {
    const hears = this.store.hears();
    const isHeard = hears === 'mentor-hears' ? ('mentee-hears' as const) : ('mentor-hears' as const);
    return [
      { direction: isHeard, word: 'hearMe' },
      { direction: hears, word: 'hearYou' },
    ];
  });
  protected readonly wasSent = signal(false);
  /** What is still missing; a lesson of the timetable brings all of it. */
  private readonly missing = computed<ReadonlySet<string>>(() => {
    if (this.lessonId() !== other) return new Set();
    const faults = [
      ...(this.day() < this.tomorrow ? ['day'] : []),
      ...(/^\d\d:\d\d/.test(this.time()) ? [] : ['time']),
      ...(isSpan(this.minutes()) ? [] : ['minutes']),
      ...(this.topic().trim() === '' ? ['topic'] : []),
    ];
    return new Set(faults);
  });

  constructor() {
    effect(() => {
      const pairing = this.pairing();
      untracked(() => this.store.wantedPairing.set(pairing ?? null));
    });
    effect(() => {
      const [first] = this.ways();
      untracked(() => this.store.way.set(first?.direction ?? null));
    });
    effect(() => {
      const [first] = this.lessons();
      untracked(() => this.lessonId.set(first?.id ?? other));
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.wasSent.set(true);
    if (this.missing().size > 0) return;
    this.isSending.set(true);
    const pairingId = asId<PairingId>(this.store.chosenId() ?? '');
    const common = { pairingId, direction: this.store.direction(), note: orNull(this.note()) };
    try {
      await this.store.ask({ ...common, ...this.when() });
      this.toast.say(this.languages.say('observations.ask.done'));
      await this.router.navigate(['/observations'], { queryParams: { box: 'requests' } });
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.isSending.set(false);
    }
  }

  protected lacks(what: 'day' | 'time' | 'minutes' | 'topic'): boolean {
    return this.wasSent() && this.missing().has(what);
  }

  private when() {
    const lessonId = this.lessonId();
    if (lessonId !== other) return { lessonId: asId<LessonId>(lessonId), startsAt: null, topic: null };
    const startsAt = beijingMinute(dayOf(this.day()), minuteOf(this.time().slice(0, 5))).toString();
    return { lessonId: null, startsAt, minutes: this.minutes(), topic: orNull(this.topic()) };
  }
}
