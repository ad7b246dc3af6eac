import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ItemView } from '@qinglan/contracts';
import { itemCategoryFacts, itemNumbers } from '@qinglan/domain';
import { Notice } from '@qinglan/web-ui';
import { ItemWords } from '../item-words';

const facts = ['enrolled', 'attended', 'completed'] as const;

/** The numbers of an item, each with where it comes from; unknown is written out, and contradictions are told. */
@Component({
  selector: 'programme-number-cards',
  imports: [Notice, TranslocoPipe],
  template: `
    <dl>
      @for (one of cards(); track one.key) {
        <div [class.unknown]="one.isUnknown">
          <dt>{{ 'programme.number.' + one.key | transloco }}</dt>
          <dd>
            <strong class="figures">{{ one.text }}</strong>
            <span class="soft small">{{ one.from }}</span>
          </dd>
        </div>
      }
    </dl>
    @for (one of contradictions(); track one) {
      <ui-notice tone="warn">{{ one }}</ui-notice>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
      gap: var(--space-3);
      margin: 0;
    }
    dl div {
      padding: var(--space-3) var(--space-4);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }
    dt {
      color: var(--text-soft);
      font-size: var(--size-small);
    }
    dd {
      display: grid;
      margin: 0;
    }
    strong {
      font-size: 1.5rem;
      line-height: 1.4;
    }
    .unknown strong {
      color: var(--text-soft);
      font-weight: 500;
    }
    .unknown {
      border-style: dashed;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumberCards {
  private readonly words = inject(ItemWords);

  readonly item = input.required<ItemView>();

  private readonly numbers = computed(() => itemNumbers(this.item().stated, this.item().rows));

  /** Of a class the three numbers are asked for, of a visit how many came; what is known is always shown. */
  protected readonly cards = computed(() => {
    const { people, category, stated, rows } = this.item();
    const isClass = ['enrolled', 'placed'].includes(itemCategoryFacts[category].population);
    const isListed = rows !== null || facts.some((key) => stated[key] !== null);
    return [
      ...(people !== null || !isClass ? [this.peopleCard()] : []),
      ...(isClass || isListed ? facts.map((key) => this.card(key)) : []),
    ];
  });

  protected readonly contradictions = computed(() =>
    facts.flatMap((key) => {
      const { value, rowsSay } = this.numbers()[key];
      const what = this.words.say(`number.${key}`);
      return rowsSay === null ? [] : [this.words.say('number.disagree', { what, stated: value ?? '', rows: rowsSay })];
    }),
  );

  /** A number that somebody wrote down: from a source, or how sure it is. */
  private told(): string {
    const { certainty, numbersCertainty } = this.item();
    const sure = numbersCertainty ?? certainty;
    return this.words.say(sure === 'stated' ? 'number.stated' : `certainty.${sure}`);
  }

  private peopleCard() {
    const { people } = this.item();
    const from = people === null ? '' : this.told();
    return { key: 'people', text: this.words.known(people), isUnknown: people === null, from };
  }

  private card(key: (typeof facts)[number]) {
    const number = this.numbers()[key];
    return { key, text: this.words.number(number), isUnknown: number.value === null, from: this.fromOf(key) };
  }

  private fromOf(key: (typeof facts)[number]): string {
    const { from, unknown } = this.numbers()[key];
    if (from === 'stated') return this.told();
    if (unknown > 0) return this.words.say('number.rowsUnknown', { n: unknown });
    return from === 'rows' ? this.words.say('number.rows') : '';
  }
}
