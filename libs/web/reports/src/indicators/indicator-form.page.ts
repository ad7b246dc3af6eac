import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { listIndicators, saveIndicator } from '@qinglan/contracts';
import {
  decideIndicator,
  operations,
  populations,
  sourceNames,
  sources,
  type Trilingual,
  units,
} from '@qinglan/domain';
import {
  ApiClient,
  type AsksBeforeLeaving,
  beijingNow,
  Languages,
  remote,
  warnBeforeUnload,
} from '@qinglan/web-platform';
import { Button, Confirm, Control, Field, Notice, Page, ProblemNotice, SearchSelect, Waiting } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import { Told } from '../parts/told';
import { Unit } from '../parts/unit';
import { yearAsked } from '../parts/year-asked';
import { bodyOf } from './body-of';
import {
  asksWhose,
  distinctChoices,
  draftOf,
  emptyDraft,
  type IndicatorDraft,
  indicatorOf,
  mayBeNobody,
  sumChoices,
} from './draft';
import { Filters } from './filters';
import { Preview } from './preview';
import { refusalWords } from './refusal-words';
import { Words } from './words';

/** A new count over existing things, or a new version of one: a definition, not a new page. */
@Component({
  selector: 'reports-indicator-form-page',
  imports: [
    ...[Button, Control, Field, Filters, FormsModule, Notice, Page, Preview, ProblemNotice],
    ...[SearchSelect, Told, TranslocoPipe, Unit, Waiting, Words],
  ],
  providers: [Acting],
  templateUrl: './indicator-form.page.html',
  styleUrl: './indicator-form.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IndicatorFormPage implements AsksBeforeLeaving {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  protected readonly acting = inject(Acting);

  readonly key = input<string>();
  /** The year in which the reader was, in words of the address. */
  readonly readYear = input<string>(undefined, { alias: 'year' });

  protected readonly year = linkedSignal(() => yearAsked(this.readYear()) ?? Number(beijingNow().day.slice(0, 4)));

  protected readonly definitions = remote(() => this.api.call(listIndicators));
  protected readonly draft = signal<IndicatorDraft>(emptyDraft);
  private readonly begun = signal<IndicatorDraft>(emptyDraft);

  protected readonly sources = sourceNames.map((value) => ({ value, name: sources[value].name }));
  protected readonly kinds = ['count', 'derived'] as const;
  protected readonly measures = ['rows', 'distinct', 'sum'] as const;
  protected readonly units = units;
  protected readonly operations = operations;
  protected readonly populations = populations;
  protected readonly known = computed(() => new Map(this.definitions.value()?.items.map((one) => [one.key, one])));
  protected readonly saved = computed(() => this.known().get(this.key() ?? '') ?? null);
  protected readonly fields = computed(() => {
    const { source, measure } = this.draft();
    return measure.of === 'sum' ? sumChoices(source) : distinctChoices(source);
  });
  protected readonly operands = computed(() =>
    [...this.known().values()].map(({ key, name, unit }) => ({
      value: key,
      label: name[this.languages.current()] || name.zh,
      hint: unit,
    })),
  );
  protected readonly indicator = computed(() => indicatorOf(this.draft(), this.known()));
  /** What the rules say at once, before anything is sent. */
  protected readonly refusal = computed(() => {
    const { kind, from } = this.draft();
    if (kind === 'derived' && from.length < 2) return null;
    const decided = decideIndicator(this.indicator(), this.known());
    return decided.ok ? null : refusalWords(decided.refusal, this.known(), this.languages);
  });
  protected readonly isWhoseAsked = computed(() => asksWhose(this.draft()));
  protected readonly mayBeNobody = computed(() => mayBeNobody(this.draft()));
  /** Said only of what can be counted: people of two kinds are no one's. */
  protected readonly population = computed(() => (this.refusal() === null ? this.indicator().population : null));
  protected readonly isCountable = computed(() => {
    const { kind, from } = this.draft();
    return this.refusal() === null && (kind === 'count' || from.length >= 2);
  });
  protected readonly isWhole = computed(() => {
    const { key, name, definition, owner, unknownWords } = this.draft();
    const words = [name, definition, owner, unknownWords].flatMap(({ zh, en }) => [zh, en]);
    return this.isCountable() && /^[a-z][a-z0-9-]{1,59}$/.test(key) && words.every((text) => text.trim() !== '');
  });
  private readonly isChanged = computed(() => JSON.stringify(this.draft()) !== JSON.stringify(this.begun()));
  private isSaved = false;

  constructor() {
    effect(() => {
      const saved = this.saved();
      if (saved) untracked(() => this.begin(draftOf(saved)));
    });
    warnBeforeUnload(() => this.isChanged() && !this.isSaved);
  }

  async mayLeave(): Promise<boolean> {
    if (this.isSaved || !this.isChanged()) return true;
    const yes = await this.confirm.ask({
      heading: this.languages.say('ui.leaveUnsaved'),
      text: this.languages.say('ui.leaveUnsavedText'),
      act: this.languages.say('ui.leave'),
      dismissal: this.languages.say('ui.stay'),
      look: 'danger',
    });
    return yes !== null;
  }

  protected set(change: Partial<IndicatorDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  /** Another kind of thing has other fields: what was chosen of the last one is gone. */
  protected choose(source: IndicatorDraft['source']): void {
    this.set({ source, measure: { of: 'rows' }, where: [] });
  }

  protected measure(of: 'rows' | 'distinct' | 'sum'): void {
    const { source } = this.draft();
    const [first] = of === 'sum' ? sumChoices(source) : distinctChoices(source);
    this.set({ measure: of === 'rows' || !first ? { of: 'rows' } : { of, field: first.field } });
  }

  protected field(field: string): void {
    const { measure } = this.draft();
    if (measure.of !== 'rows') this.set({ measure: { of: measure.of, field } });
  }

  protected add(key: string | null): void {
    const { from } = this.draft();
    if (key && !from.includes(key)) this.set({ from: [...from, key] });
  }

  protected drop(key: string): void {
    this.set({ from: this.draft().from.filter((one) => one !== key) });
  }

  protected nameOf(key: string): Trilingual {
    return this.known().get(key)?.name ?? { zh: key, en: key, ug: '' };
  }

  protected async save(): Promise<void> {
    const indicator = this.indicator();
    const { key } = indicator;
    const call = { params: { key }, body: bodyOf(indicator), version: this.saved()?.version ?? 0 };
    this.isSaved = await this.acting.run('save', () => this.api.call(saveIndicator, call), 'ui.saved');
    if (this.isSaved) await this.router.navigate(['/indicators', key], { queryParams: { year: this.year() } });
  }

  private begin(draft: IndicatorDraft): void {
    this.begun.set(draft);
    this.draft.set(draft);
  }
}
