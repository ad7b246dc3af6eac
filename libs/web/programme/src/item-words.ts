import { inject, Injectable } from '@angular/core';
import type { ItemRow } from '@qinglan/contracts';
import { itemCategoryFacts, type ItemNumber, ordinalOfTitle, readPartialDay } from '@qinglan/domain';
import { BeijingWords, Languages } from '@qinglan/web-platform';
import type { IconName, Tone } from '@qinglan/web-ui';

type Named = Pick<ItemRow, 'category' | 'categoryWords'>;
type Numbered = Named & Pick<ItemRow, 'title' | 'ordinal'>;
type Dated = Pick<ItemRow, 'year' | 'begins' | 'ends'>;

/** How a state looks. */
export const itemLook: Readonly<Record<ItemRow['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  planned: { tone: 'accent', icon: 'calendar' },
  held: { tone: 'good', icon: 'check' },
  cancelled: { tone: 'neutral', icon: 'none' },
};

/** Says items in the language in view: what is not known is said to be unknown, and never zero. */
@Injectable({ providedIn: 'root' })
export class ItemWords {
  private readonly languages = inject(Languages);
  private readonly beijing = inject(BeijingWords);

  say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.languages.say(`programme.${key}`, values);
  }

  category({ category, categoryWords }: Named): string {
    return categoryWords ?? this.say(`category.${category}`);
  }

  /** 第3期 or 第3批; nothing without a number. */
  ordinal({ category, ordinal }: Pick<ItemRow, 'category' | 'ordinal'>): string {
    if (ordinal === null) return '';
    return this.say(`counter.${itemCategoryFacts[category].counter}`, { n: ordinal });
  }

  /** A title that is nothing but its number says it in the language in view. */
  title(item: Numbered): string {
    return ordinalOfTitle(item.title) === item.ordinal && item.ordinal !== null ? this.ordinal(item) : item.title;
  }

  /** The whole name, for a page of its own. */
  name(item: Numbered): string {
    const title = this.title(item);
    return title === this.ordinal(item) ? `${this.category(item)} ${title}` : title;
  }

  /** From when to when, as far as it is known. */
  days({ year, begins, ends }: Dated): string {
    if (begins === null && ends === null) return this.say('days.year', { year });
    const from = begins === null ? this.say('unknown') : this.day(begins);
    if (ends === null || ends === begins) return from;
    // The year is said once.
    const isOneYear = begins !== null && begins.slice(0, 4) === ends.slice(0, 4);
    // Each day keeps its own direction: a line from right to left would set the numerals apart.
    return `\u2068${from}\u2069 – \u2068${this.day(ends, isOneYear ? 'usual' : 'full')}\u2069`;
  }

  day(text: string, length: 'usual' | 'full' = 'full'): string {
    const read = readPartialDay(text);
    if (!read.ok) return text;
    if (read.value.knows === 'year') return this.say('days.yearOnly', { year: read.value.firstDay.year });
    const first = read.value.firstDay.toString();
    return read.value.knows === 'month' ? this.beijing.month(first) : this.beijing.day(first, length);
  }

  known(value: number | null): string {
    return value === null ? this.say('unknown') : String(value);
  }

  number({ value, atLeast }: ItemNumber): string {
    if (value !== null) return String(value);
    return atLeast === null ? this.say('unknown') : this.say('atLeast', { n: atLeast });
  }

  /** 原文“等” with its remark. */
  certainty({ certainty, certaintyRemark }: Pick<ItemRow, 'certainty' | 'certaintyRemark'>): string {
    return `${this.say(`certainty.${certainty}`)}${certaintyRemark ?? ''}`;
  }

  /** How sure the numbers are, where that is not how sure the item is; nothing where it is. */
  numbersCertainty({ certainty, numbersCertainty }: Pick<ItemRow, 'certainty' | 'numbersCertainty'>): string {
    return numbersCertainty === null || numbersCertainty === certainty ? '' : this.say(`certainty.${numbersCertainty}`);
  }
}
