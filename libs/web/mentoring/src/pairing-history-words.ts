import { inject, Injectable } from '@angular/core';
import { obligationTerms, type readPairingHistory, type ReplyOf } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';
import { ObligationWords } from './obligation-words';

type Entry = ReplyOf<typeof readPairingHistory>['items'][number];

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const textIn = (value: unknown, name: string): string | null => {
  const found = fieldOf(value, name);
  return typeof found === 'string' && found !== '' ? found : null;
};

/** Says each act of a pairing's history in words. */
@Injectable({ providedIn: 'root' })
export class PairingHistoryWords {
  private readonly languages = inject(Languages);
  private readonly obligations = inject(ObligationWords);

  of({ act, detail }: Entry): { readonly what: string; readonly more: string } {
    const name = act.replace(/^pairing\./, '');
    const parts = [
      this.party(detail),
      this.thing(detail),
      this.texts(detail),
      this.outcome(detail),
      this.reason(detail),
    ];
    const more = parts.filter((part) => part !== null);
    return { what: this.what(name, detail), more: more.join(this.languages.say('mentoring.separator')) };
  }

  private what(name: string, detail: unknown): string {
    const from = fieldOf(fieldOf(detail, 'before'), 'state');
    const again = from === 'paused' ? 'resumed' : 'broken-off';
    const key = name === 'active' && (from === 'paused' || from === 'assessing') ? again : name;
    const path = `mentoring.history.act.${key}`;
    const words = this.languages.say(path);
    return words === path || words === '' ? name : words;
  }

  /** Who consented or signed, as which of the parties. */
  private party(detail: unknown): string | null {
    const party = textIn(detail, 'party') ?? textIn(detail, 'part');
    if (!party) return null;
    const who = this.languages.say(`mentoring.history.party.${party}`);
    const shares = fieldOf(detail, 'shares');
    if (typeof shares !== 'boolean') return who;
    const what = this.languages.say(`mentoring.sharing.${shares ? 'on' : 'off'}`);
    return `${who}${this.languages.say('mentoring.colon')}${what}`;
  }

  /** What was counted: its kind and its title. */
  private thing(detail: unknown): string | null {
    const after = fieldOf(detail, 'after');
    const [kind, title] = [textIn(after, 'kind'), textIn(after, 'title')];
    if (!kind) return null;
    const words = this.languages.say(`words.obligationKind.${kind}`);
    return title ? `${words}${this.languages.say('mentoring.colon')}${title}` : words;
  }

  /** What a text of the agreement owes, and what it owed before where it took the place of an earlier one. */
  private texts(detail: unknown): string | null {
    const [before, after] = [this.owed(fieldOf(detail, 'before')), this.owed(fieldOf(detail, 'after'))];
    if (!after) return null;
    return before ? this.languages.say('mentoring.history.replaced', { before, after }) : after;
  }

  private owed(text: unknown): string | null {
    const terms = fieldOf(text, 'obligations');
    if (!Array.isArray(terms)) return null;
    const known = terms.flatMap((one) => obligationTerms.safeParse(one).data ?? []);
    return known.map((one) => this.obligations.sentence(one)).join(this.languages.say('mentoring.separator'));
  }

  private outcome(detail: unknown): string | null {
    const outcome = textIn(fieldOf(detail, 'after'), 'outcome');
    return outcome ? this.languages.say(`words.outcome.${outcome}`) : null;
  }

  private reason(detail: unknown): string | null {
    const reason = textIn(detail, 'reason') ?? textIn(fieldOf(detail, 'after'), 'reason');
    return reason ? `${this.languages.say('ui.reason')}${this.languages.say('mentoring.colon')}${reason}` : null;
  }
}
