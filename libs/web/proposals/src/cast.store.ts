import { computed, effect, inject, Injectable, signal, untracked, type Signal } from '@angular/core';
import { SessionStore } from '@qinglan/web-platform';
import type { Choice } from '@qinglan/web-ui';
import { emptyCast, endIdsOf, type Cast } from './cast';
import { schoolParties, type SchoolParties } from './school-parties';

type Fill = (cast: Partial<Cast>) => void;

interface Answer {
  readonly key: string;
  readonly fill: Partial<Cast>;
}

/** Who and what can be chosen for a cast, and what is chosen by itself where there is no choice. */
@Injectable()
export class CastStore {
  private readonly sessions = inject(SessionStore);
  private readonly cast = signal<Signal<Cast>>(signal(emptyCast));
  /** What was filled in once is not filled in again: whoever empties a field wants to choose. */
  private readonly given = new Set<string>();

  readonly own = this.sessions.school;
  readonly partners = computed(() => this.sessions.session()?.partners ?? []);
  readonly partnerChoices = computed<readonly Choice[]>(() =>
    this.partners().map((school) => ({ value: school.id, label: school.name, hint: school.code })),
  );
  readonly partner = computed(() => this.partners().find((school) => school.id === this.cast()().partnerId) ?? null);
  private readonly ends = computed(() => endIdsOf(this.cast()(), this.own()?.id ?? null));
  readonly presenting = schoolParties(computed(() => this.ends()?.presentingSchoolId ?? null));
  readonly receiving = schoolParties(computed(() => this.ends()?.receivingSchoolId ?? null));
  /** The side whose terms and periods the weeks and the period mean. */
  readonly presentingSide = computed(() => {
    const school = this.cast()().ownPresents ? this.own() : this.partner();
    return school?.sideId ?? null;
  });
  /** A teacher plans her own lessons; a coordinator plans anybody's. */
  readonly isBoundToMe = computed(() => !this.sessions.hasRole('coordinator'));
  readonly me = computed(() => this.sessions.session()?.person.id ?? null);

  /** Follows the fields of a page and fills in what has only one answer. */
  follow(cast: Signal<Cast>, fill: Fill): void {
    this.cast.set(cast);
    effect(() => {
      const wanted = this.onlyAnswers(cast());
      if (Object.keys(wanted).length > 0) untracked(() => fill(wanted));
    });
  }

  /** A new cast: the school that gives presents, the only partner is chosen. */
  begin(wantedPartner: string | null): Cast {
    const partners = this.partners();
    const partner =
      partners.find((school) => school.id === wantedPartner) ?? (partners.length === 1 ? partners[0] : null);
    const ownPresents = this.own()?.sideId !== 'aksu';
    return { ...emptyCast, partnerId: partner?.id ?? null, ownPresents };
  }

  private onlyAnswers(cast: Cast): Partial<Cast> {
    const answers = [this.onlyRoom(cast, 'presenting'), this.onlyRoom(cast, 'receiving'), this.ownTeacher(cast)];
    const fresh = answers.filter((answer) => answer !== null && !this.given.has(answer.key)) as Answer[];
    for (const answer of fresh) this.given.add(answer.key);
    return Object.assign({}, ...fresh.map((answer) => answer.fill)) as Partial<Cast>;
  }

  private onlyRoom(cast: Cast, end: 'presenting' | 'receiving'): Answer | null {
    const field = `${end}ClassroomId` as const;
    const room = onlyRoom(this[end], end);
    return cast[field] === null && room ? { key: room + field, fill: { [field]: room } } : null;
  }

  /** The own end's teacher is the person herself, if she teaches. */
  private ownTeacher(cast: Cast): Answer | null {
    const field = cast.ownPresents ? 'presenterId' : 'localTeacherId';
    const people = cast.ownPresents ? this.presenting.people() : this.receiving.people();
    const me = people.find((one) => one.value === this.me());
    return me && cast[field] === null ? { key: field, fill: { [field]: me.value } } : null;
  }
}

/** The only room of a school, or the only one of the kind that this end needs. */
function onlyRoom(parties: SchoolParties, endpoint: string): string | null {
  const rooms = parties.classrooms();
  const fitting = rooms.filter((room) => room.endpoint === endpoint);
  const [only, another] = fitting.length > 0 ? fitting : rooms;
  return only && !another ? only.value : null;
}
