import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Jobs } from '@qinglan/api-platform';
import { checkYearlyIssue, printYearlyFiles, readYearlyHistory, readYearlyIssue } from '@qinglan/contracts';
import type { YearlyIssueId } from '@qinglan/domain';
import { aHouse, anIssue, aYear, blocked, type House, opensYear, until, type YearMade } from '../../support';

let house: House;
let year: YearMade;
let id: YearlyIssueId;
beforeAll(async () => {
  const browserModule = resolve(import.meta.dirname, '../../support/late-browser.mjs');
  house = await aHouse({ now: '2026-11-26T02:00:00Z', browserModule });
  year = await aYear(house);
  await opensYear(year);
  ({ id } = await anIssue(year));
});
afterAll(() => house.close());

const read = async () => (await year.hangzhou.call(readYearlyIssue, { params: { issueId: id } })).body;
const pages = async () => (await read()).files.filter(({ kind }) => kind === 'pdf');
const prints = () => year.hangzhou.call(printYearlyFiles, { params: { issueId: id } });
const isPrinted = async () => typeof (await read()).printing?.endedAt === 'string';
const bytesOf = async (name: string) =>
  Buffer.from(await (await year.hangzhou.raw(`/api/yearly-issues/${id}/files/${name}`)).arrayBuffer()).toString();
const sound = async () => (await year.hangzhou.call(checkYearlyIssue, { params: { issueId: id } })).body.isSound;

describe('pages that could not be printed at freezing', () => {
  it('are missing without harm, and say so again where there still is no browser', async () => {
    expect((await pages()).map(({ bytes, failure }) => [bytes, failure])).toEqual(
      Array(3).fill([null, 'no browser could be started: not there yet']),
    );
    expect(await sound()).toBe(true);
    expect((await read()).printing).toBeNull();
    expect((await prints()).body.printing).toMatchObject({ failure: null });
    await until(isPrinted, 'an end');
    expect((await read()).printing?.failure).toContain('not there yet');
    expect((await pages()).map(({ bytes }) => bytes)).toEqual([null, null, null]);
  });

  it('are asked for again where the browser broke in the midst', async () => {
    await prints();
    await until(isPrinted, 'an end');
    expect((await read()).printing?.failure).toBe('printing failed');
  });

  it('are printed later from what was stored, with their own time; the server may stop meanwhile', async () => {
    house.clock.pass({ hours: 30 });
    await year.pairing();
    const closed = await blocked(house, 'yearly_file');
    await prints();
    await closed.isWaitedFor();
    // Asked for again while it goes on: nothing more happens.
    expect((await prints()).status).toBe(200);
    const restarted = house.restart();
    await closed.release();
    await restarted;
    await house.app.get(Jobs).serve();
    await until(isPrinted, 'the pages');
    const made = await pages();
    expect(made.map(({ failure, madeLaterAt }) => [failure, madeLaterAt?.slice(0, 16)])).toEqual(
      Array(3).fill([null, '2026-11-27T08:00']),
    );
    expect(await sound()).toBe(true);
    const others = (await read()).files.filter(({ kind }) => kind !== 'pdf');
    expect(others.every(({ madeLaterAt }) => madeLaterAt === null)).toBe(true);
  });

  it('stay byte for byte from then on, whoever asks again', async () => {
    const before = await Promise.all((await pages()).map(({ name }) => bytesOf(name)));
    expect(new Set(before).size).toBe(3);
    expect((await prints()).status).toBe(200);
    expect(await isPrinted()).toBe(true);
    expect(await Promise.all((await pages()).map(({ name }) => bytesOf(name)))).toEqual(before);
    const { items } = (await year.hangzhou.call(readYearlyHistory, { params: { year: 2026 } })).body;
    expect(items.filter(({ act }) => act === 'yearly.printing-asked')).toHaveLength(3);
  });
});
