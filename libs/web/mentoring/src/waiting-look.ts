import type { WaitingThing } from '@qinglan/contracts';
import type { IconName } from '@qinglan/web-ui';

type Kind = WaitingThing['kind'];

/** One thing that waits, and where it is done. */
export interface WaitingLook {
  readonly key: string;
  readonly kind: Kind;
  readonly icon: IconName;
  readonly title: string;
  readonly who: string;
  /** When it takes place; when something began to wait is not what one looks for. */
  readonly at: string | null;
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

interface Door {
  readonly icon: IconName;
  readonly path: (thing: WaitingThing) => readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly hasHour?: boolean;
}

const doors: Readonly<Record<Kind, Door>> = {
  request: { icon: 'calendar', path: () => ['/observations'], query: { box: 'todo' }, hasHour: true },
  countersign: { icon: 'edit', path: ({ id }) => ['/observations', id] },
  consent: { icon: 'people', path: ({ id }) => ['/pairings', id] },
  sign: { icon: 'edit', path: ({ id }) => ['/pairings', id] },
  panel: { icon: 'check', path: ({ id }) => ['/panels', id] },
  wish: { icon: 'link', path: ({ id }) => ['/matching', id] },
  record: { icon: 'edit', path: ({ id }) => ['/activities', id], hasHour: true },
  invitation: { icon: 'calendar', path: ({ id }) => ['/activities', id], hasHour: true },
  uninvited: { icon: 'close', path: () => ['/week'], hasHour: true },
  place: { icon: 'check', path: ({ id }) => ['/programme', id], hasHour: true },
  moved: { icon: 'clock', path: ({ id }) => ['/programme', id], hasHour: true },
  off: { icon: 'none', path: ({ id }) => ['/programme', id], hasHour: true },
};

/** Each with its sign and its way. */
export const looksOfWaiting = (things: readonly WaitingThing[]): readonly WaitingLook[] =>
  things.map((thing) => {
    const { kind, id, title, who, at } = thing;
    const { icon, path, query = {}, hasHour = false } = doors[kind];
    return {
      // Several sittings of one item may be told.
      ...{ key: `${kind}/${id}/${at ?? ''}`, kind, icon, title, query, path: path(thing) },
      ...{ who: `\u2068${who ?? ''}\u2069`, at: hasHour ? at : null },
    };
  });
