import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { House } from '../support';
import { aDemoHouse, type Desk, type Desks, desksAt, personOf, phone } from '../support/browser';

let house: House;
let desks: Desks;
beforeAll(async () => {
  house = await aDemoHouse('2026-11-26T02:00:00Z');
  desks = await desksAt(house);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const bytesASecond = 400_000 / 8;

/** A line of 400 kbit/s both ways and 300 ms there and back. */
async function onWeakLine({ context, page }: Desk): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: bytesASecond,
    uploadThroughput: bytesASecond,
  });
}

/** Phones have Chinese letters of their own; the browser of the tests has none and would fetch a font for them. */
async function withOwnLetters({ context }: Desk): Promise<void> {
  await context.route('**/fonts-*.css', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
}

describe('a mentor on a phone with a weak line', () => {
  it('sees the mentees within 8 seconds, the first time and with nothing kept', async () => {
    const desk = await desks.take({ as: await personOf(house, 'M01'), size: phone });
    await withOwnLetters(desk);
    await onWeakLine(desk);
    const began = performance.now();
    await desk.go('/mentoring');
    await desk.sees(desk.page.locator('mentoring-pairing-card').first());
    expect(performance.now() - began).toBeLessThan(8000);
  });
});
