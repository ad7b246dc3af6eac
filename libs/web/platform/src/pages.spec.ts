import { describe, expect, it } from '@jest/globals';
import { type Page, Pages } from './pages';

/** A list of the server, newest first: three at once, then two with every further page. */
function aList(lines: string[]) {
  const asked: (string | undefined)[] = [];
  const load = (after: string | undefined): Promise<Page<string>> => {
    asked.push(after);
    const from = after === undefined ? 0 : lines.indexOf(after) + 1;
    const items = lines.slice(from, from + (after === undefined ? 3 : 2));
    const last = items.at(-1);
    return Promise.resolve({ items, next: last && lines.indexOf(last) < lines.length - 1 ? last : null });
  };
  return { lines, asked, load };
}
const shown = (pages: Pages<string>) => {
  const list = pages.list();
  return list.state === 'ready' ? list.value.join('') : list.state;
};

describe('a list that nobody asked for yet', () => {
  it('is awaited and not empty, and awaited still when it is asked for', async () => {
    let give: (page: Page<string>) => void = () => undefined;
    const pages = new Pages<string>(() => undefined);
    await pages.begin(undefined);
    expect(shown(pages)).toBe('loading');
    await pages.reload();
    expect(shown(pages)).toBe('loading');
    const begun = pages.begin(new Promise((resolve) => (give = resolve)));
    expect(shown(pages)).toBe('loading');
    give({ items: [], next: null });
    await begun;
    expect(shown(pages)).toBe('');
  });

  it('shows nothing of a question that was closed before', async () => {
    const pages = new Pages<string>(() => undefined);
    await pages.begin(Promise.resolve({ items: ['a'], next: null }));
    expect(shown(pages)).toBe('a');
    await pages.begin(undefined);
    expect(shown(pages)).toBe('loading');
  });

  it('says that it failed, and is there when it is asked for again', async () => {
    let isDown = true;
    const pages = new Pages<string>(() =>
      isDown ? Promise.reject(new Error('down')) : Promise.resolve({ items: ['a'], next: null }),
    );
    await pages.begin(undefined);
    await pages.reload();
    expect(shown(pages)).toBe('failed');
    isDown = false;
    await pages.reload();
    expect(shown(pages)).toBe('a');
  });
});

describe('a list that is read again', () => {
  it('keeps what was paged, with what came in between', async () => {
    const { lines, load } = aList([...'abcdefghi']);
    const pages = new Pages(load);
    await pages.begin(load(undefined));
    await pages.more();
    expect([shown(pages), pages.hasMore()]).toEqual(['abcde', true]);
    lines.unshift('N');
    await pages.reload();
    expect([shown(pages), pages.hasMore()]).toEqual(['Nabcd', true]);
    await pages.more();
    expect(shown(pages)).toBe('Nabcdef');
  });

  it('shows its end to who had seen the end', async () => {
    const { lines, load } = aList([...'abcde']);
    const pages = new Pages(load);
    await pages.begin(load(undefined));
    await pages.more();
    expect([shown(pages), pages.hasMore()]).toEqual(['abcde', false]);
    lines.unshift('N');
    await pages.reload();
    expect([shown(pages), pages.hasMore()]).toEqual(['Nabcde', false]);
  });

  it('asks once where one page was in view', async () => {
    const { asked, load } = aList([...'abcdefghi']);
    const pages = new Pages(load);
    await pages.begin(load(undefined));
    await pages.reload();
    expect([shown(pages), asked]).toEqual(['abc', [undefined, undefined]]);
  });

  it('begins anew with another question, and an overtaken reading asks for no further page', async () => {
    const { asked, load } = aList([...'abcdefghi']);
    const pages = new Pages(load);
    await pages.begin(load(undefined));
    await pages.more();
    asked.length = 0;
    await Promise.all([pages.reload(), pages.begin(load(undefined))]);
    expect([shown(pages), asked]).toEqual(['abc', [undefined, undefined]]);
  });

  it('keeps the old in view where a page of it does not come', async () => {
    const { lines, load } = aList([...'abcdefghi']);
    let isDown = false;
    const pages = new Pages((after) => (isDown && after ? Promise.reject(new Error('down')) : load(after)));
    await pages.begin(load(undefined));
    await pages.more();
    lines.unshift('N');
    isDown = true;
    await pages.reload();
    expect(shown(pages)).toBe('abcde');
    expect(pages.list()).toMatchObject({ state: 'ready', refreshing: false, problem: expect.anything() });
  });
});
