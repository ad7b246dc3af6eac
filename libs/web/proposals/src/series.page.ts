import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Languages, SessionStore, warnBeforeUnload, type AsksBeforeLeaving } from '@qinglan/web-platform';
import { Button, Nothing, Notice, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { CastStore } from './cast.store';
import { DraftKeeper } from './draft-keeper';
import { Leaving } from './leaving';
import { SeriesEditor } from './series-editor';
import { emptySeries, type SeriesFields } from './series-fields';
import { SeriesOverview } from './series-overview';
import { isDraft, mayPropose } from './series-status';
import { SeriesStore } from './series.store';
import type { Series } from './shapes';

interface Kept {
  readonly fields: SeriesFields;
  readonly seriesId: string;
  readonly version: number;
}

/** A new series, a draft to go on with, or a series that was sent. */
@Component({
  selector: 'proposals-series-page',
  imports: [
    Button,
    Nothing,
    Notice,
    Page,
    ProblemNotice,
    RouterLink,
    SeriesEditor,
    SeriesOverview,
    TranslocoPipe,
    Waiting,
  ],
  providers: [CastStore, SeriesStore],
  templateUrl: './series.page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeriesPage implements AsksBeforeLeaving {
  protected readonly store = inject(SeriesStore);
  private readonly cast = inject(CastStore);
  private readonly sessions = inject(SessionStore);
  private readonly keeper = inject(DraftKeeper);
  private readonly leaving = inject(Leaving);
  private readonly languages = inject(Languages);

  readonly seriesId = input.required<string>();
  readonly weekday = input<string>();
  readonly period = input<string>();
  readonly partner = input<string>();

  protected readonly isRestored = signal(false);
  protected readonly heading = computed(() => {
    const { subject, code } = this.store.fields();
    if (this.seriesId() === 'new') return this.languages.say('proposals.series.new');
    return [code, subject].filter((part) => part).join(' ') || this.languages.say('proposals.series.title');
  });

  constructor() {
    effect(() => {
      const id = this.seriesId();
      untracked(() => this.store.address.set(id));
    });
    effect(() => {
      const loaded = this.store.loaded();
      if (loaded.state === 'ready' && !loaded.refreshing) untracked(() => this.take(loaded.value));
    });
    this.keeper.follow(() => this.kept());
    warnBeforeUnload(() => this.store.isTouched());
  }

  /** The editor is for drafts that the reader may propose; everything else is shown. */
  protected mayEdit(series: Series | null): boolean {
    if (series === null) return this.sessions.hasRole('teacher', 'coordinator');
    return isDraft(series) && mayPropose(this.sessions.session(), series);
  }

  async mayLeave(): Promise<boolean> {
    if (!this.store.isTouched()) return true;
    const isWanted = await this.leaving.isWanted();
    if (isWanted) this.keeper.forget(this.name());
    return isWanted;
  }

  protected discard(): void {
    this.keeper.forget(this.name());
    this.isRestored.set(false);
    const series = this.store.loaded.value();
    this.store.version.set(0);
    if (series) this.store.open(series);
    else this.store.begin(this.blank());
  }

  private take(series: Series | null): void {
    const isFresh = series ? this.store.open(series) : this.beginNew();
    const kept = isFresh ? this.keeper.read<Kept>(this.name()) : null;
    if (!kept || kept.version !== this.store.version()) return;
    this.store.seriesId.set(kept.seriesId);
    this.store.patch(kept.fields);
    this.isRestored.set(true);
  }

  private beginNew(): boolean {
    this.store.begin(this.blank());
    return true;
  }

  private blank(): SeriesFields {
    const weekday = Number(this.weekday());
    const period = Number(this.period());
    return {
      ...emptySeries,
      ...this.cast.begin(this.partner() ?? null),
      ...(weekday >= 1 && weekday <= 7 ? { weekday } : {}),
      ...(period >= 1 && period <= 30 ? { period } : {}),
    };
  }

  private kept() {
    const loaded = this.store.loaded();
    if (loaded.state !== 'ready') return null;
    const value: Kept = {
      fields: this.store.fields(),
      seriesId: this.store.seriesId(),
      version: this.store.version(),
    };
    return { name: this.name(), value: this.store.isTouched() ? value : null };
  }

  private readonly name = (): string => `series.${this.seriesId()}`;
}
