import { computed, inject, Injectable, signal } from '@angular/core';
import { listBellSchedules, saveBellSchedule } from '@qinglan/contracts';
import { asId, type BellScheduleId } from '@qinglan/domain';
import { ApiClient, isProblem, ProblemText, uuid } from '@qinglan/web-platform';
import { allOf } from '../pages';
import { faultsOf, followingSeason, type Bell, type Season } from './bell';

type Fields = Pick<Bell, 'code' | 'name' | 'seasons'>;
const fieldsOf = ({ code, name, seasons }: Fields): Fields => ({ code, name, seasons });

/** A bell schedule under the pen. */
@Injectable()
export class BellEditorStore {
  private readonly api = inject(ApiClient);
  private readonly problems = inject(ProblemText);

  private readonly newId = uuid();
  private readonly base = signal<Bell | null>(null);
  private readonly untouched = signal('');

  readonly fields = signal<Fields>({ code: '', name: '', seasons: [] });
  readonly isSaving = signal(false);
  readonly problem = signal<string | null>(null);
  readonly codeFault = signal<string | null>(null);
  /** What somebody else saved meanwhile. */
  readonly newer = signal<Bell | null>(null);

  readonly faults = computed(() => faultsOf(this.fields().seasons));
  readonly isDirty = computed(() => JSON.stringify(this.fields()) !== this.untouched());
  readonly maySave = computed(
    () => this.faults().length === 0 && saveBellSchedule.body.safeParse(this.fields()).success,
  );

  begin(bell: Bell | null): void {
    this.base.set(bell);
    const fields = bell ? fieldsOf(bell) : { code: '', name: '', seasons: [followingSeason([])] };
    this.fields.set(fields);
    this.untouched.set(JSON.stringify(fields));
  }

  set(part: Partial<Fields>): void {
    this.fields.update((was) => ({ ...was, ...part }));
    if (part.code !== undefined) this.codeFault.set(null);
  }

  setSeason(at: number, season: Season): void {
    this.set({ seasons: this.fields().seasons.map((was, index) => (index === at ? season : was)) });
  }

  addSeason(): void {
    this.set({ seasons: [...this.fields().seasons, followingSeason(this.fields().seasons)] });
  }

  removeSeason(at: number): void {
    this.set({ seasons: this.fields().seasons.filter((_, index) => index !== at) });
  }

  /** Has it been saved? */
  async save(): Promise<boolean> {
    this.isSaving.set(true);
    this.problem.set(null);
    const base = this.base();
    try {
      await this.api.call(saveBellSchedule, {
        params: { bellScheduleId: base?.id ?? asId<BellScheduleId>(this.newId) },
        body: this.fields(),
        version: base?.version ?? 0,
      });
      this.untouched.set(JSON.stringify(this.fields()));
      return true;
    } catch (error) {
      await this.explain(error);
      return false;
    } finally {
      this.isSaving.set(false);
    }
  }

  private async explain(error: unknown): Promise<void> {
    if (isProblem(error, 'code-taken')) return this.codeFault.set(this.problems.of(error));
    if (isProblem(error, 'stale')) await this.readNewer();
    this.problem.set(this.problems.of(error));
  }

  private async readNewer(): Promise<void> {
    const bells = await allOf((after) => this.api.call(listBellSchedules, { query: { limit: 200, after } })).catch(
      () => [],
    );
    const now = bells.find((bell) => bell.id === this.base()?.id);
    if (!now) return;
    this.base.set(now);
    this.newer.set(now);
  }
}
