import { inject, Injectable } from '@angular/core';
import type { readPairingHistory, ReplyOf } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';

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

  of({ act, detail }: Entry): { readonly what: string; readonly more: string } {
    const name = act.replace(/^pairing\./, '');
    const parts = [this.party(detail), this.thing(detail), this.outcome(detail), this.reason(detail)];
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

  private outcome(detail: unknown): string | null {
    const outcome = textIn(fieldOf(detail, 'after'), 'outcome');
    return outcome ? this.languages.say(`words.outcome.${outcome}`) : null;
  }

  private reason(detail: unknown): string | null {
    const reason = textIn(detail, 'reason') ?? textIn(fieldOf(detail, 'after'), 'reason');
    return reason ? `${this.languages.say('ui.reason')}${this.languages.say('mentoring.colon')}${reason}` : null;
  }
}
