import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ItemView } from '@qinglan/contracts';
import { asId, type ItemId, type PersonId } from '@qinglan/domain';
import { Languages, ProblemText, SessionStore } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Icon, Notice, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { itemLook, ItemWords } from '../item-words';
import { Sittings } from '../sittings/sittings';
import { EnrolmentList } from './enrolment-list';
import { ItemFacts } from './item-facts';
import { EnrolmentHistory } from './enrolment-history';
import { ItemHistory } from './item-history';
import { ItemStore } from './item.store';
import { NumberCards } from './number-cards';
import { OwnEnrolment } from './own-enrolment';
import { StillPlanned } from './still-planned';

/** One item: what, when, how many as far as is known; its times and places, and who is on its list. */
@Component({
  selector: 'programme-item-page',
  imports: [
    Badge,
    Button,
    EnrolmentList,
    Icon,
    ItemFacts,
    EnrolmentHistory,
    ItemHistory,
    Notice,
    NumberCards,
    OwnEnrolment,
    Page,
    ProblemNotice,
    RouterLink,
    Sittings,
    StillPlanned,
    TranslocoPipe,
    Waiting,
  ],
  providers: [ItemStore],
  templateUrl: './item.page.html',
  styleUrl: './item.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemPage {
  protected readonly store = inject(ItemStore);
  protected readonly words = inject(ItemWords);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly session = inject(SessionStore);
  private readonly toast = inject(Toast);

  readonly itemId = input.required<string>();

  protected readonly busy = signal(false);
  /** Grows with every change of the own enrolment, so that the list is read again. */
  protected readonly changes = signal(0);
  /** Grows with every change of an enrolment, so that what happened is read again. */
  protected readonly stamp = signal(0);
  protected readonly look = computed(() => itemLook[this.store.item.value()?.state ?? 'planned']);
  protected readonly heading = computed(() => {
    const item = this.store.item.value();
    return item ? this.words.name(item) : this.languages.say('programme.item.title');
  });
  protected readonly subtitle = computed(() => {
    const item = this.store.item.value();
    return item ? `\u2068${this.words.category(item)}\u2069 · \u2068${this.words.days(item)}\u2069` : null;
  });
  /** Back to its year. */
  protected readonly isListed = computed(() => {
    const item = this.store.item.value();
    return item !== undefined && item.reach !== 'self';
  });

  constructor() {
    effect(() => this.store.itemId.set(asId<ItemId>(this.itemId())));
  }

  protected listChanged(): void {
    this.stamp.update((n) => n + 1);
    void this.store.item.reload();
  }

  protected enrolMyself({ id }: ItemView): Promise<void> {
    return this.change(
      this.me().then((me) => this.store.enrol(id, me)),
      'own.done',
    );
  }

  protected async withdrawMyself({ id }: ItemView): Promise<void> {
    const question = { heading: this.words.say('own.ask'), text: this.words.say('own.askText') };
    const yes = await this.confirm.ask({ ...question, act: this.words.say('own.withdraw'), look: 'danger' });
    if (!yes) return;
    await this.change(
      this.me().then((me) => this.store.withdraw(id, me)),
      'own.gone',
    );
  }

  protected async cancel(item: ItemView): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.words.say('cancel.ask'),
      text: this.words.say('cancel.askText'),
      act: this.words.say('cancel.act'),
      dismissal: this.words.say('cancel.keep'),
      look: 'danger',
      reason: 'needed',
    });
    if (yes) await this.change(this.store.cancel(item, yes.reason), 'cancel.done');
  }

  protected hold(item: ItemView): Promise<void> {
    return this.change(this.store.hold(item), 'held.done');
  }

  private async me(): Promise<PersonId> {
    await this.session.ready();
    const id = this.session.session()?.person.id;
    if (!id) throw new Error('nobody is signed in');
    return id;
  }

  private async change(act: Promise<boolean>, done: string): Promise<void> {
    this.busy.set(true);
    try {
      if (!(await act)) return;
      this.changes.update((n) => n + 1);
      this.stamp.update((n) => n + 1);
      this.toast.say(this.words.say(done));
    } catch (error) {
      this.toast.warn(this.problems.of(error));
      await this.store.item.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
