import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type PairingCard, readPairingChoices } from '@qinglan/contracts';
import { ApiClient, beijingNow, Languages, mediaMatches, ProblemText, remote } from '@qinglan/web-platform';
import {
  Badge,
  Button,
  Cell,
  Control,
  DataList,
  Field,
  Nothing,
  Notice,
  ProblemNotice,
  Waiting,
  type Column,
  type Tone,
} from '@qinglan/web-ui';
import { ContactBadge } from './contact-badge';
import type { MentoringStore, Standing } from './mentoring.store';
import { NameSearch } from './name-search';
import { looksOf, worstOf } from './share-look';
import { shownOf, stateLook } from './standing';

const standings: readonly Standing[] = ['current', 'running', 'asking', 'overdue', 'ended'];

/** Every pairing that one may see, most waiting first: found, narrowed, grown page by page. */
@Component({
  selector: 'mentoring-pairing-list',
  imports: [
    Badge,
    Button,
    Cell,
    ContactBadge,
    Control,
    DataList,
    Field,
    NameSearch,
    Nothing,
    Notice,
    ProblemNotice,
    RouterLink,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './pairing-list.html',
  styleUrl: './pairing-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingList {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);
  protected readonly problems = inject(ProblemText);

  readonly store = input.required<MentoringStore>();

  protected readonly standings = standings;
  protected readonly stateLook = stateLook;
  protected readonly shownOf = (card: PairingCard) => shownOf(card, beijingNow().day);
  protected readonly keyOf = (card: PairingCard): string => card.id;
  /** The days have no room on a tablet: each pairing says its own. */
  private readonly isWide = mediaMatches('(min-width: 1280px)');
  protected readonly columns = computed<readonly Column<PairingCard>[]>(() => [
    { key: 'mentee', label: this.say('mentee') },
    { key: 'mentor', label: this.say('mentor') },
    { key: 'studio', label: this.say('studio'), wideOnly: true },
    { key: 'state', label: this.say('state') },
    { key: 'waiting', label: this.say('waiting') },
    { key: 'balance', label: this.say('balance') },
    ...(this.isWide() ? [{ key: 'span', label: this.say('span') }] : []),
  ]);

  /** What the filters offer: studios, schools and cohorts of the pairings that the reader may see. */
  private readonly choices = remote(() => this.api.call(readPairingChoices));
  protected readonly studios = computed(() => this.choices.value()?.studios ?? []);
  protected readonly schools = computed(() => this.choices.value()?.schools ?? []);
  protected readonly cohorts = computed(() => this.choices.value()?.cohorts ?? []);

  protected choose(event: Event): void {
    const wanted = (event.target as HTMLSelectElement).value;
    this.store().narrow({ studioId: this.studios().find(({ id }) => id === wanted)?.id ?? null });
  }

  protected chooseSchool(event: Event): void {
    const wanted = (event.target as HTMLSelectElement).value;
    this.store().narrow({ schoolId: this.schools().find(({ id }) => id === wanted)?.id ?? null });
  }

  protected chooseCohort(event: Event): void {
    this.store().narrow({ cohort: (event.target as HTMLSelectElement).value || null });
  }

  protected stand(event: Event): void {
    const wanted = (event.target as HTMLSelectElement).value;
    this.store().narrow({ state: standings.find((one) => one === wanted) ?? 'current' });
  }

  protected tick(event: Event): void {
    this.store().narrow({ asks: (event.target as HTMLInputElement).checked });
  }

  protected balanceOf(card: PairingCard): { readonly tone: Tone; readonly words: string } | null {
    const looks = looksOf(card.shares, beijingNow().day);
    if (looks.length === 0) return null;
    const worst = worstOf(looks);
    if (worst) return { tone: worst.tone === 'red' ? 'bad' : 'warn', words: this.say(worst.tone, { n: worst.n }) };
    const isDone = looks.every(({ balance }) => balance.tone === 'done');
    return { tone: isDone ? 'good' : 'neutral', words: this.say(isDone ? 'done' : 'fair') };
  }

  private say(key: string, values: Readonly<Record<string, number>> = {}): string {
    return this.languages.say(`mentoring.list.${key}`, values);
  }
}
