import { computed, inject, Injectable, signal } from '@angular/core';
import { arrangeActivity, listClassrooms, type Problem, readStudio, readStudioPeople } from '@qinglan/contracts';
import {
  type ActivityId,
  activityMinutes,
  asId,
  fewestPeople,
  type ClassroomId,
  type PersonId,
  type StudioId,
} from '@qinglan/domain';
import { ApiClient, type FoundPerson, momentOf, problemOf, remote, SessionStore, uuid } from '@qinglan/web-platform';
import type { Activity, ActivityRow, Mentor } from './shapes';

/** What is asked for, as it stands in the form. */
export interface MeetingFields {
  readonly kind: ActivityRow['kind'];
  readonly title: string;
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
  readonly meetingLink: string;
  readonly place: string;
  readonly classroomId: ClassroomId | null;
}

const empty: MeetingFields = {
  kind: 'discussion',
  title: '',
  day: '',
  time: '19:30',
  minutes: 60,
  meetingLink: '',
  place: '',
  classroomId: null,
};
const isSecure = (link: string): boolean => link === '' || /^https:\/\/\S+$/.test(link);

/** Somebody of the studio. */
interface Member {
  readonly id: PersonId;
  readonly name: string;
  readonly school: string;
}

/** A meeting that is being arranged: whom of the studio, whom besides, when and where. */
@Injectable()
export class ArrangeStore {
  private readonly api = inject(ApiClient);
  private readonly sessions = inject(SessionStore);
  /** Made once, so that sending twice arranges one meeting. */
  private readonly activityId = asId<ActivityId>(uuid());

  readonly studioId = signal<StudioId | null>(null);
  readonly fields = signal(empty);
  readonly chosen = signal<ReadonlySet<PersonId>>(new Set());
  readonly guests = signal<readonly FoundPerson[]>([]);
  readonly isSending = signal(false);
  readonly problem = signal<Problem | null>(null);

  readonly studio = remote(() => {
    const studioId = this.studioId();
    return studioId ? this.api.call(readStudio, { params: { studioId } }) : undefined;
  });
  readonly people = remote(() => {
    const studioId = this.studioId();
    return studioId ? this.everybody(studioId) : undefined;
  });
  readonly rooms = remote(() => this.api.call(listClassrooms, { query: { limit: 200 } }));

  /** Lead, mentors and mentees, each once. */
  readonly members = computed<readonly Member[]>(() => {
    const lead = this.studio.value()?.lead;
    const me = this.sessions.session()?.person.id;
    const groups = this.people.value()?.items ?? [];
    // The own mentees come first: they are most likely meant.
    const mentors = groups.toSorted((a, b) => Number(b.mentor.id === me) - Number(a.mentor.id === me));
    const people = mentors.flatMap(({ mentor, pairings }) => [mentor, ...pairings.map(({ mentee }) => mentee)]);
    const all = [...(lead ? [{ ...lead, school: '' }] : []), ...people];
    // The lead may guide too, and is then named with the school.
    return [...new Map(all.map((one) => [one.id, one])).values()];
  });

  /** What is still missing, in the order of the form. */
  readonly lacks = computed(() => {
    const { title, day, time, meetingLink, place, classroomId } = this.fields();
    const isSomewhere = meetingLink !== '' || place.trim() !== '' || classroomId !== null;
    const wanted = {
      name: title.trim() !== '',
      when: momentOf(day, time) !== null,
      where: isSomewhere,
      link: !this.hasPlainLink(),
      who: this.count() >= fewestPeople,
    };
    return (Object.keys(wanted) as (keyof typeof wanted)[]).filter((lack) => !wanted[lack]);
  });
  readonly hasPlainLink = computed(() => !isSecure(this.fields().meetingLink.trim()));
  readonly count = computed(() => this.chosen().size + this.guests().length);

  fill(change: Partial<MeetingFields>): void {
    this.fields.update((before) => ({ ...before, ...change }));
    this.problem.set(null);
  }

  /** Whoever guides here most likely meets the own mentees. */
  chooseMine(): void {
    const me = this.sessions.session()?.person.id;
    const mine = this.people.value()?.items.find(({ mentor }) => mentor.id === me);
    const ids = mine ? [mine.mentor.id, ...mine.pairings.map(({ mentee }) => mentee.id)] : [];
    const self = this.members().filter(({ id }) => id === me);
    this.chosen.set(new Set([...ids, ...self.map(({ id }) => id)]));
  }

  toggle(personId: PersonId): void {
    this.chosen.update((before) => {
      const after = new Set(before);
      if (!after.delete(personId)) after.add(personId);
      return after;
    });
    this.problem.set(null);
  }

  chooseAll(isAll: boolean): void {
    this.chosen.set(new Set(isAll ? this.members().map(({ id }) => id) : []));
  }

  /** Who belongs to the studio is ticked among its members instead. */
  invite(wanted: readonly FoundPerson[]): void {
    const members = new Set(this.members().map(({ id }) => id));
    const own = wanted.filter(({ value }) => members.has(value)).map(({ value }) => value);
    this.chosen.update((before) => new Set([...before, ...own]));
    this.guests.set(wanted.filter(({ value }) => !members.has(value)));
    this.problem.set(null);
  }

  /** Whoever arranges chooses among all: page after page. */
  private async everybody(studioId: StudioId): Promise<{ readonly items: readonly Mentor[] }> {
    const items: Mentor[] = [];
    let after: string | undefined;
    do {
      const query = { limit: 200, ...(after && { after }) };
      const page = await this.api.call(readStudioPeople, { params: { studioId }, query });
      items.push(...page.items);
      after = page.next ?? undefined;
    } while (after);
    return { items };
  }

  /** The meeting, or nothing when it could not be arranged; then the problem says why. */
  async send(): Promise<Activity | undefined> {
    const studioId = this.studioId();
    const { day, time, ...fields } = this.fields();
    const startsAt = momentOf(day, time);
    if (!studioId || !startsAt) return undefined;
    this.isSending.set(true);
    this.problem.set(null);
    const body = {
      ...fields,
      studioId,
      startsAt,
      minutes: Math.min(Math.max(fields.minutes, activityMinutes.least), activityMinutes.most),
      place: fields.place.trim() || null,
      meetingLink: fields.meetingLink.trim() || null,
      personIds: [...this.chosen(), ...this.guests().map(({ value }) => value)],
    };
    try {
      return await this.api.call(arrangeActivity, { params: { activityId: this.activityId }, body });
    } catch (error) {
      this.problem.set(problemOf(error));
      return undefined;
    } finally {
      this.isSending.set(false);
    }
  }
}
