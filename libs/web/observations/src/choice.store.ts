import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import {
  askObservation,
  listHeardOnDay,
  listObservable,
  listObservableLessons,
  logVisit,
  openObservation,
  readObservationRequest,
  type CallOf,
} from '@qinglan/contracts';
import {
  asId,
  type Id,
  type LessonId,
  type ObservationDirection,
  type ObservationId,
  type ObservationMode,
  type PairingId,
  type ObservationRequestId,
} from '@qinglan/domain';
import { ApiClient, beijingDate, remote, uuid } from '@qinglan/web-platform';

/** With whom, and which lesson, an observation is opened, logged or asked for. */
@Injectable()
export class ChoiceStore {
  private readonly api = inject(ApiClient);
  /** Made once for each thing, so that a second press sends the same thing again. */
  private readonly ids = new Map<string, string>();

  readonly lessonId = signal<string | null>(null);
  readonly wantedPairing = signal<string | null>(null);
  /** Which way; null means that the reader hears. */
  readonly way = signal<ObservationDirection | null>(null);

  /** The accepted request that is heard now, if the page was opened from one. */
  readonly requestId = signal<string | null>(null);
  readonly request = remote(() => {
    const requestId = this.requestId();
    const params = { requestId: asId<ObservationRequestId>(requestId ?? '') };
    return requestId ? this.api.call(readObservationRequest, { params }) : undefined;
  });

  readonly pairings = remote(() => {
    const lessonId = this.lessonId();
    return this.api.call(listObservable, { query: lessonId ? { lessonId: asId<LessonId>(lessonId) } : {} });
  });
  private readonly items = computed(() => this.pairings.value()?.items ?? []);
  readonly chosenId = linkedSignal<string | null>(() => {
    const items = this.items();
    const wanted = items.find(({ pairingId }) => pairingId === this.wantedPairing());
    return (wanted ?? (items.length === 1 ? items[0] : undefined))?.pairingId ?? null;
  });
  readonly chosen = computed(() => this.items().find(({ pairingId }) => pairingId === this.chosenId()) ?? null);
  /** How a lesson of no timetable is most likely heard: over the link where the two are far from each other. */
  readonly usualMode = computed<ObservationMode>(() => (this.chosen()?.isFar ? 'live' : 'on-site'));
  /** The direction in which the reader hears. */
  readonly hears = computed<ObservationDirection>(() =>
    this.chosen()?.part === 'mentee' ? 'mentee-hears' : 'mentor-hears',
  );
  readonly direction = computed(() => this.way() ?? this.hears());

  readonly lessons = remote(() => {
    const chosen = this.chosen();
    if (!chosen) return undefined;
    const params = { pairingId: chosen.pairingId };
    return this.api.call(listObservableLessons, { params, query: { direction: this.direction(), limit: 200 } });
  });

  /** The day that is written down; null where the page asks for none. */
  readonly day = signal<string | null>(null);
  private readonly wholeDay = computed(() => {
    const day = this.day();
    return day !== null && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
  });
  /** What is known of that day already. */
  readonly heard = remote(() => {
    const [chosen, onDay, direction] = [this.chosen(), this.wholeDay(), this.direction()];
    if (!chosen || onDay === null) return undefined;
    return this.api.call(listHeardOnDay, { params: { pairingId: chosen.pairingId }, query: { direction, onDay } });
  });
  /** Lessons of that day of which nothing is written yet. */
  readonly lessonsOfDay = computed(() =>
    (this.lessons.value()?.items ?? []).filter(
      ({ startsAt, observationId }) => observationId === null && beijingDate(startsAt) === this.wholeDay(),
    ),
  );

  /** Opens a lesson of the timetable. */
  async open(pairingId: PairingId, lessonId: LessonId, direction: ObservationDirection): Promise<ObservationId> {
    const body = { of: 'lesson' as const, pairingId, direction, mode: 'live' as const, lessonId };
    return this.put(body);
  }

  /** Opens, answers with the id of what is there: another device may have been quicker. */
  async put(
    body: NonNullable<CallOf<typeof openObservation>['body']>,
    /** What is heard as it was asked for bears the id of the request, and so is opened once. */
    requestId?: ObservationRequestId,
  ): Promise<ObservationId> {
    const what = body.of === 'lesson' ? body.lessonId : JSON.stringify(body);
    const params = { observationId: requestId ? asId<ObservationId>(requestId) : this.idFor<ObservationId>(what) };
    return (await this.api.call(openObservation, { params, body })).id;
  }

  async visit(body: NonNullable<CallOf<typeof logVisit>['body']>): Promise<void> {
    await this.api.call(logVisit, { params: { observationId: this.idFor<ObservationId>('visit') }, body });
  }

  async ask(body: NonNullable<CallOf<typeof askObservation>['body']>): Promise<void> {
    await this.api.call(askObservation, {
      params: { requestId: this.idFor<ObservationRequestId>(JSON.stringify(body)) },
      body,
    });
  }

  private idFor<T extends Id<string>>(what: string): T {
    const id = this.ids.get(what) ?? uuid();
    this.ids.set(what, id);
    return asId<T>(id);
  }
}
