import { computed, inject, Injectable, signal } from '@angular/core';
import { readWeek } from '@qinglan/contracts';
import { ApiClient, followMentoring, followTimetable, remote, SessionStore } from '@qinglan/web-platform';
import { layWeek } from './week-layout';
import { WhoseWeek } from './whose-week';

/** The week in view; it follows what others do. */
@Injectable()
export class WeekStore {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly whose = inject(WhoseWeek);

  readonly monday = signal<string | null>(null);
  readonly onlyMine = signal(false);

  readonly week = remote(
    () => {
      const [monday, schoolId, partners] = [this.monday(), this.whose.schoolId(), this.whose.partners()];
      const partnerId = this.whose.partnerId() ?? undefined;
      if (!monday || !schoolId || !partners) return undefined;
      return this.api.call(readWeek, { params: { schoolId, monday }, query: { partnerId } });
    },
    { keep: true },
  );

  readonly layout = computed(() => {
    const week = this.week.value();
    const schoolId = this.whose.schoolId();
    if (!week || !schoolId) return null;
    const onlyOf = this.onlyMine() ? (this.session.session()?.person.id ?? null) : null;
    return layWeek(week, { schoolId, partnerId: this.whose.partnerId(), onlyOf });
  });

  constructor() {
    followTimetable(
      ({ schoolIds }) => {
        const shown = [this.whose.schoolId(), this.whose.partnerId()];
        if (schoolIds.some((id) => shown.includes(id))) void this.week.reload();
      },
      () => this.week.reload(),
    );
    followMentoring(() => void this.week.reload());
  }
}
