import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type EnrolmentRow, issueCertificates, type ItemView } from '@qinglan/contracts';
import { enrolmentStates, type PersonId } from '@qinglan/domain';
import { ApiClient, PeopleSearch, ProblemText } from '@qinglan/web-platform';
import {
  Badge,
  Button,
  Cell,
  type Column,
  Confirm,
  Control,
  DataList,
  Field,
  Icon,
  Nothing,
  ProblemNotice,
  RowActs,
  SearchSelect,
  Toast,
  Waiting,
} from '@qinglan/web-ui';
import { ItemWords } from '../item-words';
import { EnrolmentsStore } from './enrolments.store';

/** Who is on the list, who waits and who withdrew; people are added and taken off by who keeps the list. */
@Component({
  selector: 'programme-enrolment-list',
  imports: [
    Badge,
    Button,
    Cell,
    Control,
    DataList,
    Field,
    Icon,
    Nothing,
    ProblemNotice,
    RouterLink,
    RowActs,
    SearchSelect,
    TranslocoPipe,
    Waiting,
  ],
  providers: [EnrolmentsStore, PeopleSearch],
  templateUrl: './enrolment-list.html',
  styleUrl: './enrolment-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnrolmentList {
  protected readonly store = inject(EnrolmentsStore);
  protected readonly people = inject(PeopleSearch);
  protected readonly words = inject(ItemWords);
  private readonly api = inject(ApiClient);
  private readonly confirm = inject(Confirm);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  readonly item = input.required<ItemView>();
  /** Grows when somebody's enrolment changed elsewhere on the page. */
  readonly changes = input(0);
  readonly changed = output();

  protected readonly states = enrolmentStates;
  protected readonly busy = signal(false);
  protected readonly keyOf = (row: EnrolmentRow): string => row.person.id;
  protected readonly columns = computed<readonly Column<EnrolmentRow>[]>(() => {
    const person: Column<EnrolmentRow>[] = [
      { key: 'person', label: this.words.say('list.person') },
      { key: 'school', label: this.words.say('list.school'), text: (row) => row.person.school },
    ];
    if (this.store.state() === 'waiting')
      return [
        ...person,
        { key: 'place', label: this.words.say('list.place'), text: (row) => row.place, numeric: true },
      ];
    if (this.store.state() === 'withdrawn') return person;
    return [
      ...person,
      { key: 'attended', label: this.words.say('number.attended'), text: (row) => this.said('attended', row.attended) },
      {
        ...{ key: 'completed', label: this.words.say('number.completed') },
        text: (row) => this.said('completed', row.completed),
      },
    ];
  });

  constructor() {
    effect(() => this.store.itemId.set(this.item().id));
    effect(() => {
      if (this.changes() > 0) untracked(() => void this.store.rows.reload());
    });
  }

  protected async withdraw({ person }: EnrolmentRow): Promise<void> {
    const heading = this.words.say('list.ask', { name: person.name });
    const yes = await this.confirm.ask({ heading, act: this.words.say('list.withdraw'), look: 'danger' });
    if (yes) await this.change(() => this.store.withdraw(person.id), 'list.gone');
  }

  protected async issue(): Promise<void> {
    await this.change(async () => {
      const { issued } = await this.api.call(issueCertificates, { params: { itemId: this.item().id } });
      this.toast.say(this.words.say('certificate.issued', { n: issued }));
      await this.store.rows.reload();
    }, null);
  }

  protected find(event: Event): void {
    this.store.words.set((event.target as HTMLInputElement).value);
  }

  /** Holds what has become free since she was enrolled. */
  protected async holdAgain({ person }: EnrolmentRow): Promise<void> {
    await this.change(async () => {
      const row = await this.store.enrol(person);
      const isHeld = row?.unheld === 0;
      this.toast.say(this.words.say(isHeld ? 'list.heldAgain' : 'list.stillTaken', { name: person.name }));
    }, null);
  }

  protected async enrol(id: PersonId | null): Promise<void> {
    if (!id) return;
    const name = this.people.choices().find(({ value }) => value === id)?.label ?? '';
    this.people.words.set('');
    await this.change(async () => {
      const row = await this.store.enrol({ id, name });
      if (row) this.toast.say(this.words.say(row.state === 'waiting' ? 'list.queued' : 'list.added', { name }));
    }, null);
  }

  private async change(act: () => Promise<unknown>, done: string | null): Promise<void> {
    this.busy.set(true);
    try {
      await act();
      if (done) this.toast.say(this.words.say(done));
      this.changed.emit();
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private said(fact: 'attended' | 'completed', value: boolean | null): string {
    return value === null ? this.words.say('unknown') : this.words.say(`${fact}.${String(value)}`);
  }
}
