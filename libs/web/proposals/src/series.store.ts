import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { previewSeries, propose, readSeries, saveSeries, type Problem } from '@qinglan/contracts';
import { asId, type ProposalId, type SeriesId } from '@qinglan/domain';
import { ApiClient, isProblem, problemOf, remote, SessionStore, uuid } from '@qinglan/web-platform';
import { faultsOfMissing, faultsOfProblem, weeksFault } from './faults';
import { LessonWords } from './lesson-words';
import { withClashes } from './preview-sum';
import {
  emptySeries,
  missingInSeries,
  seriesBody,
  seriesFields,
  withoutStaleChoices,
  type SeriesFields,
} from './series-fields';
import type { Series, SeriesBody } from './shapes';

const patience = 350;

/** One series: loaded or new, changed, previewed while it is changed, saved and sent. */
@Injectable()
export class SeriesStore {
  private readonly api = inject(ApiClient);
  private readonly words = inject(LessonWords);
  private readonly ownId = inject(SessionStore).school()?.id ?? null;

  /** The id in the address; `new` has none yet. */
  readonly address = signal<string | undefined>(undefined);
  readonly loaded = remote<Series | null>(() => this.load(this.address()), { keep: true });

  readonly fields = signal<SeriesFields>(emptySeries);
  /** The form is open; without it nothing is previewed. */
  readonly isEdited = signal(false);
  readonly isTouched = signal(false);
  readonly includesPast = signal(false);
  readonly seriesId = signal(uuid());
  readonly version = signal(0);
  private readonly wasAsked = signal(false);
  private readonly refusal = signal<Problem | null>(null);
  private proposalId = uuid();

  readonly body = computed(() => seriesBody(this.fields(), this.ownId));
  readonly missing = computed(() => missingInSeries(this.fields()));
  private readonly asked = signal<string | null>(null);
  readonly preview = remote(
    () => {
      const text = this.asked();
      return text === null ? undefined : this.api.call(previewSeries, { body: JSON.parse(text) as SeriesBody });
    },
    { keep: true },
  );
  private readonly previewProblem = computed(() => {
    const preview = this.preview();
    return preview.state === 'loading' ? null : preview.problem;
  });
  readonly faults = computed(() => {
    const weeks = weeksFault(this.fields().weeks, this.say);
    return {
      ...(this.wasAsked() ? faultsOfMissing(this.missing(), this.say) : {}),
      ...faultsOfProblem(this.refusal() ?? this.previewProblem(), this.say),
      ...(weeks ? { weeks } : {}),
    };
  });

  constructor() {
    effect((whenAgain) => {
      const body = this.isEdited() ? this.body() : null;
      const waiting = setTimeout(() => this.asked.set(body ? JSON.stringify(body) : null), patience);
      whenAgain(() => clearTimeout(waiting));
    });
  }

  /** Takes what was loaded into the form, unless it is what the form itself has just saved. */
  open(series: Series): boolean {
    if (series.id === this.seriesId() && series.version === this.version()) return false;
    this.seriesId.set(series.id);
    this.version.set(series.version);
    this.begin(seriesFields(series, this.ownId));
    return true;
  }

  begin(fields: SeriesFields): void {
    this.fields.set(fields);
    this.isTouched.set(false);
    this.wasAsked.set(false);
    this.refusal.set(null);
  }

  patch(change: Partial<SeriesFields>): void {
    this.fields.update((before) => ({ ...before, ...withoutStaleChoices(before, change) }));
    this.isTouched.set(true);
    this.refusal.set(null);
  }

  /** What the page fills in by itself is no change of the person's. */
  fill(change: Partial<SeriesFields>): void {
    this.fields.update((before) => ({ ...before, ...change }));
  }

  choose(weeks: readonly number[], startsAt: string): void {
    const { choices, skipWeeks } = this.fields();
    const others = choices.filter((choice) => !weeks.includes(choice.week));
    const chosen = weeks.map((week) => ({ week, startsAt }));
    this.patch({ choices: [...others, ...chosen], skipWeeks: skipWeeks.filter((one) => !weeks.includes(one)) });
  }

  leaveOut(week: number): void {
    this.patch({ skipWeeks: [...new Set([...this.fields().skipWeeks, week])].sort((a, b) => a - b) });
  }

  takeBack(week: number): void {
    const { choices, skipWeeks } = this.fields();
    this.patch({
      choices: choices.filter((choice) => choice.week !== week),
      skipWeeks: skipWeeks.filter((one) => one !== week),
    });
  }

  /** Is everything filled in? If not, the fields say what is missing. */
  isComplete(): boolean {
    this.wasAsked.set(true);
    return this.body() !== null;
  }

  async save(): Promise<void> {
    const body = this.body();
    if (!body) return;
    const before = this.fields();
    const saved = await this.attempt(() =>
      this.api.call(saveSeries, { params: { seriesId: this.seriesId() }, body, version: this.version() }),
    );
    this.version.set(saved.version);
    if (this.fields() === before) this.isTouched.set(false);
  }

  /** Saves what is new and lays it before the other school; a second try of the same sending happens once. */
  async send(message: string): Promise<ProposalId> {
    if (this.isTouched() || this.version() === 0) await this.save();
    const body = {
      of: 'series' as const,
      seriesId: this.seriesId(),
      message: message === '' ? null : message,
      includesPast: this.includesPast(),
    };
    const sent = await this.attempt(() => this.api.call(propose, { params: { proposalId: this.proposalId }, body }));
    return sent.id;
  }

  private async attempt<T>(act: () => Promise<T>): Promise<T> {
    this.refusal.set(null);
    try {
      return await act();
    } catch (error) {
      this.refuse(error);
      throw error;
    }
  }

  private refuse(error: unknown): void {
    const problem = problemOf(error);
    this.refusal.set(problem);
    if (isProblem(error, 'id-taken')) this.proposalId = uuid();
    if (isProblem(error, 'stale')) void this.catchUp();
    const preview = untracked(() => this.preview.value());
    if (preview && problem.clashes) this.preview.put(withClashes(preview, problem.clashes));
  }

  /** Somebody saved the draft meanwhile: what is typed here stays, and the next saving is of the newer version. */
  private async catchUp(): Promise<void> {
    const params = { seriesId: asId<SeriesId>(this.seriesId()) };
    const current = await this.api.call(readSeries, { params }).catch(() => null);
    if (current) this.version.set(current.version);
  }

  private load(address: string | undefined): Promise<Series | null> | undefined {
    if (!address) return undefined;
    if (address === 'new') return Promise.resolve(null);
    return this.api.call(readSeries, { params: { seriesId: asId<SeriesId>(address) } });
  }

  private readonly say = (key: string, values?: Readonly<Record<string, string | number>>): string =>
    this.words.say(key, values);
}
