import { computed, inject, Injectable, signal } from '@angular/core';
import { type GrowthView, listLessons } from '@qinglan/contracts';
import { addDays, beijingMinute, type LessonId, Temporal } from '@qinglan/domain';
import { ApiClient, BeijingWords, remote } from '@qinglan/web-platform';
import type { Choice } from '@qinglan/web-ui';

/** How far before and after today a lesson is offered. */
const reach = 60;

/** Lessons of the timetable that the mentee gives about now. */
@Injectable()
export class MenteeLessons {
  private readonly api = inject(ApiClient);
  private readonly words = inject(BeijingWords);

  readonly growth = signal<GrowthView | null>(null);
  private readonly lessons = remote(() => {
    const growth = this.growth();
    return growth ? this.load(growth) : undefined;
  });

  readonly isWaiting = computed(() => this.lessons().state === 'loading');
  readonly choices = computed<readonly Choice<LessonId>[]>(() =>
    (this.lessons.value() ?? []).map(({ id, topic, subject, startsAt }) => ({
      value: id,
      label: topic ? `${subject} · ${topic}` : subject,
      hint: this.words.dateTime(startsAt),
    })),
  );

  private async load({ today, pairing }: GrowthView) {
    const day = Temporal.PlainDate.from(today);
    const [from, to] = [addDays(day, -reach), addDays(day, reach)].map((one) => beijingMinute(one, 0).toString());
    const schoolId = pairing.mentee.school.id;
    const { items } = await this.api.call(listLessons, { query: { from, to, schoolId, limit: 200 } });
    const gives = [...['confirmed', 'live', 'ended', 'verified']];
    return items.filter(
      ({ presenter, localTeacher, state }) =>
        gives.includes(state) && [presenter.id, localTeacher.id].includes(pairing.mentee.id),
    );
  }
}
