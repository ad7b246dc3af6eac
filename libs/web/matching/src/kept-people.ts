import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listMatchingPeople, type MatchingPerson, type MatchingRoundView } from '@qinglan/contracts';
import { ApiClient, Languages, paged } from '@qinglan/web-platform';
import {
  Badge,
  Button,
  Cell,
  Confirm,
  DataList,
  Dialogs,
  Icon,
  IconButton,
  Nothing,
  ProblemNotice,
  RowActs,
  Waiting,
  type Column,
} from '@qinglan/web-ui';
import { Acting } from './acting';
import { CandidatesDialog, type AskedCandidates } from './candidates-dialog';
import type { PersonId } from '@qinglan/domain';
import { RoundStore } from './round.store';

type Part = MatchingPerson['part'];

/** Who is in the round and what each has said, for those who keep it; of its own people for a coordinator. */
@Component({
  selector: 'matching-kept-people',
  imports: [Badge, Button, Cell, DataList, Icon, IconButton, Nothing, ProblemNotice, RowActs, TranslocoPipe, Waiting],
  templateUrl: './kept-people.html',
  styleUrl: './kept-people.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeptPeople {
  private readonly api = inject(ApiClient);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  private readonly store = inject(RoundStore);
  protected readonly acting = inject(Acting);

  readonly round = input.required<MatchingRoundView>();

  protected readonly parts = ['mentee', 'mentor'] as const;
  protected readonly part = signal<Part>('mentee');
  protected readonly onlyMissing = signal(false);
  /** Read again when somebody was taken in or out. */
  private readonly version = computed(() => this.round().version);
  private readonly roundId = computed(() => this.round().id);
  protected readonly people = paged((after) => {
    this.version();
    const query = { part: this.part(), after, missing: this.onlyMissing() ? 'true' : undefined };
    return this.api.call(listMatchingPeople, { params: { roundId: this.roundId() }, query });
  });
  protected readonly keyOf = ({ id }: MatchingPerson): string => id;
  protected readonly mayChange = computed(() => this.round().mayKeep && this.round().state !== 'closed');

  protected readonly columns = computed<readonly Column<MatchingPerson>[]>(() => [
    { key: 'name', label: this.say('name') },
    { key: 'subject', label: this.say('subject'), text: ({ subject }) => subject },
    { key: 'told', label: this.say('told') },
    ...(this.part() === 'mentor'
      ? [
          { key: 'room', label: this.say('room'), text: (one: MatchingPerson) => this.roomOf(one) },
          { key: 'current', label: this.say('current'), numeric: true, text: ({ current }: MatchingPerson) => current },
        ]
      : []),
    { key: 'words', label: this.say(this.part() === 'mentor' ? 'strong' : 'needs'), wideOnly: true, text: wordsOf },
    { key: 'named', label: this.say(this.part() === 'mentor' ? 'order' : 'choices'), text: namedOf },
  ]);

  protected async add(part: Part): Promise<void> {
    const given: AskedCandidates = { round: this.round(), part };
    const ids = await this.dialogs.open<readonly PersonId[], AskedCandidates>(CandidatesDialog, given, 'wide');
    if (!ids || ids.length === 0) return;
    this.part.set(part);
    const body = part === 'mentor' ? { mentorIds: [...ids] } : { menteeIds: [...ids] };
    await this.acting.do(() => this.store.take(this.round(), body), 'added');
  }

  protected async remove({ id, name }: MatchingPerson): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('matching.people.removeTitle', { name }),
      text: this.languages.say('matching.people.removeText'),
      act: this.languages.say('matching.people.remove'),
      look: 'danger',
    });
    if (yes) await this.acting.do(() => this.store.take(this.round(), { removeIds: [id] }), 'removed');
  }

  /** Until she has told, nobody knows. */
  private roomOf({ toldAt, room, roomLeft }: MatchingPerson): string | null {
    if (toldAt === null) return null;
    return this.languages.say('matching.people.roomOf', { left: roomLeft ?? 0, room: room ?? 0 });
  }

  private say(key: string): string {
    return this.languages.say(`matching.people.${key}`);
  }
}

const wordsOf = ({ specialities }: MatchingPerson): string | null => specialities.join('、') || null;
const namedOf = ({ named }: MatchingPerson): string | null =>
  named?.map(({ name }, at) => `${String(at + 1)}. ${name}`).join('  ') || null;
