import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { listPeople, type PersonHonourView, savePersonHonour } from '@qinglan/contracts';
import { asId, honourLevels, type PersonId } from '@qinglan/domain';
import { ApiClient, remote, uuid } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice, SearchSelect } from '@qinglan/web-ui';
import { Sending } from '../parts/sending';
import { Told } from '../parts/told';
import { levelWords } from './level-words';

/** The honour to correct, or null to add one; the year it begins with. */
export interface HonourGiven {
  readonly honour: PersonHonourView | null;
  readonly year: number;
}

const oldest = 1990;

/** Enters an honour or award of a mentee: whose, what, of which level and year, and what shows it. */
@Component({
  selector: 'reports-honour-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, SearchSelect, Told, TranslocoPipe],
  providers: [Sending],
  templateUrl: './honour-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HonourDialog {
  protected readonly given = inject<HonourGiven>(DIALOG_DATA);
  protected readonly sending = inject(Sending);
  private readonly api = inject(ApiClient);
  private readonly id = this.given.honour?.id ?? asId<PersonHonourView['id']>(uuid());

  protected readonly levels = honourLevels;
  protected readonly levelWords = levelWords;
  protected readonly evidences = ['stated', 'inferred', 'demo'] as const;
  protected readonly personId = signal<PersonId | null>(this.given.honour?.personId ?? null);
  protected readonly title = signal(this.given.honour?.title ?? '');
  protected readonly level = signal(this.given.honour?.level ?? honourLevels[0]);
  protected readonly year = signal(this.given.honour?.year ?? this.given.year);
  protected readonly proof = signal(this.given.honour?.proof ?? '');
  /** Nothing is stated before it is said what shows it, and by whom that was written. */
  protected readonly evidence = signal(this.given.honour?.evidence ?? 'inferred');
  protected readonly isWhole = computed(
    () =>
      this.personId() !== null &&
      [this.title(), this.proof()].every((text) => text.trim() !== '') &&
      Number(this.year()) >= oldest,
  );

  protected readonly words = signal('');
  private readonly page = remote(
    () => {
      const q = this.words().trim();
      return this.api.call(listPeople, { query: { limit: 30, role: 'mentee', ...(q && { q }) } });
    },
    { keep: true },
  );
  protected readonly isWaiting = computed(() => this.page().state === 'loading');
  protected readonly people = computed(() => {
    const found = (this.page.value()?.items ?? []).map(({ id, name, organisation }) => ({
      ...{ value: id, label: name, hint: organisation },
    }));
    const own = this.given.honour;
    const isThere = own === null || found.some(({ value }) => value === own.personId);
    return isThere ? found : [{ value: own.personId, label: own.person, hint: '' }, ...found];
  });

  protected async save(): Promise<void> {
    const personId = this.personId();
    if (personId === null) return;
    const body = {
      ...{ personId, title: this.title().trim(), level: this.level(), year: Number(this.year()) },
      ...{ proof: this.proof().trim(), evidence: this.evidence() },
    };
    const call = { params: { honourId: this.id }, body, version: this.given.honour?.version ?? 0 };
    await this.sending.send(() => this.api.call(savePersonHonour, call));
  }
}
