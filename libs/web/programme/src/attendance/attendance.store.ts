import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type EnrolmentRow,
  listEnrolments,
  noteAttendance,
  noteCompletion,
  type Problem,
  readItem,
} from '@qinglan/contracts';
import type { ItemId, PersonId } from '@qinglan/domain';
import {
  ApiClient,
  eachReturn,
  isProblem,
  problemOf,
  remote,
  SessionStore,
  Storeroom,
  type Waiting,
} from '@qinglan/web-platform';
import { type Fact, type Mark, toSend } from './marks';

/** Attendance as it is taken: every tap is kept on this device at once, and sent as soon as there is a line. */
@Injectable()
export class AttendanceStore {
  private readonly api = inject(ApiClient);
  private readonly room = inject(Storeroom);
  private readonly session = inject(SessionStore);
  private isSending = false;

  readonly itemId = signal<ItemId | null>(null);
  readonly fact = signal<Fact>('attended');
  /** What was tapped here and is not confirmed yet. */
  readonly tapped = signal<ReadonlyMap<string, boolean | null>>(new Map());
  readonly problems = signal<ReadonlyMap<PersonId, Problem>>(new Map());

  readonly item = remote(() => {
    const itemId = this.itemId();
    return itemId ? this.lasting('item', () => this.api.call(readItem, { params: { itemId } })) : undefined;
  });
  /** Everybody whose attendance the reader takes. */
  readonly rows = remote(() => {
    const itemId = this.itemId();
    return itemId ? this.lasting('rows', () => this.everybody(itemId)) : undefined;
  });
  readonly waiting = computed(() => this.tapped().size);

  constructor() {
    eachReturn(() => void this.send());
  }

  valueOf({ person, attended, completed }: EnrolmentRow): boolean | null {
    const key = `${person.id}|${this.fact()}`;
    const stands = this.fact() === 'attended' ? attended : completed;
    return this.tapped().has(key) ? (this.tapped().get(key) ?? null) : stands;
  }

  isWaiting({ person }: EnrolmentRow): boolean {
    return this.tapped().has(`${person.id}|${this.fact()}`);
  }

  async tap({ person }: EnrolmentRow, value: boolean | null): Promise<void> {
    const mark: Mark = { personId: person.id, fact: this.fact(), value };
    this.tapped.update((was) => new Map(was).set(`${mark.personId}|${mark.fact}`, value));
    this.problems.update((was) => new Map([...was].filter(([id]) => id !== person.id)));
    await this.room.push(await this.shelf(), mark);
    await this.send();
  }

  /** Shows what a reload or a dead battery left on this device, and sends it. */
  async restore(): Promise<void> {
    const waiting = await this.room.waiting<Mark>(await this.shelf());
    this.tapped.set(new Map(waiting.map(({ value }) => [`${value.personId}|${value.fact}`, value.value])));
    await this.send();
  }

  /** One after the other; without a line everything stays where it is. */
  async send(): Promise<void> {
    if (this.isSending || !this.itemId()) return;
    this.isSending = true;
    try {
      for (;;) {
        const [next] = toSend(await this.room.waiting<Mark>(await this.shelf()));
        if (!next || !(await this.sendOne(next.mark))) return;
        await this.arrived(next.mark, next.instead);
      }
    } finally {
      this.isSending = false;
    }
  }

  /** False where there is no line: then it is tried again later. */
  private async sendOne({ personId, fact, value }: Mark): Promise<boolean> {
    const itemId = this.itemId();
    if (!itemId) return false;
    const params = { itemId, personId };
    try {
      this.put(
        fact === 'attended'
          ? await this.api.call(noteAttendance, { params, body: { attended: value } })
          : await this.api.call(noteCompletion, { params, body: { completed: value } }),
      );
    } catch (error) {
      const problem = problemOf(error);
      if (isProblem(error, 'offline') || problem.status >= 500 || problem.status === 429) return false;
      // Refused by rule: it will not be taken later either, so the row says why and shows what stands.
      this.problems.update((was) => new Map(was).set(personId, problem));
    }
    return true;
  }

  private async arrived(mark: Mark, those: readonly Waiting<Mark>[]): Promise<void> {
    await this.room.drop(those);
    const still = await this.room.waiting<Mark>(await this.shelf());
    const isTappedAgain = still.some(({ value }) => value.personId === mark.personId && value.fact === mark.fact);
    if (isTappedAgain) return;
    this.tapped.update((was) => new Map([...was].filter(([key]) => key !== `${mark.personId}|${mark.fact}`)));
  }

  private put(row: EnrolmentRow): void {
    const rows = this.rows.value();
    if (rows) this.rows.put(rows.map((one) => (one.person.id === row.person.id ? row : one)));
  }

  private async shelf(): Promise<string> {
    await this.session.ready();
    return `attendance/${this.session.session()?.person.id ?? ''}/${this.itemId() ?? ''}`;
  }

  /** What was seen last, where there is no line now. */
  private async lasting<T>(what: string, ask: () => Promise<T>): Promise<T> {
    const name = `${await this.shelf()}/${what}`;
    try {
      const seen = await ask();
      await this.room.keep(name, seen);
      return seen;
    } catch (error) {
      const kept = isProblem(error, 'offline') ? await this.room.kept<T>(name) : undefined;
      if (kept === undefined) throw error;
      return kept;
    }
  }

  private async everybody(itemId: ItemId): Promise<readonly EnrolmentRow[]> {
    const rows: EnrolmentRow[] = [];
    let after: string | undefined;
    do {
      const query = { state: 'enrolled' as const, limit: 200, ...(after && { after }) };
      const page = await this.api.call(listEnrolments, { params: { itemId }, query });
      rows.push(...page.items.filter(({ mayTake }) => mayTake));
      after = page.next ?? undefined;
    } while (after);
    return rows;
  }
}
