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

/** What 400 kbit/s bring in the 8 s that a mentor waits, less five ways there and back of 300 ms each. */
const most = (8 - 5 * 0.3) * (400_000 / 8);

/** Phones have Chinese letters of their own; the browser of the tests has none and would fetch a font for them. */
async function withOwnLetters({ context }: Desk): Promise<void> {
  await context.route('**/fonts-*.css', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
}

describe('a mentor on a phone with a weak line', () => {
  it('sees the mentees after no more than the line brings in 8 seconds, the first time and with nothing kept', async () => {
    const desk = await desks.take({ as: await personOf(house, 'M01'), size: phone });
    await withOwnLetters(desk);
    const sizes: Promise<number>[] = [];
    desk.page.on('requestfinished', (request) => {
      const size = request
        .sizes()
        .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize);
      sizes.push(size.catch(() => 0));
    });
    await desk.go('/mentoring');
    await desk.sees(desk.page.locator('mentoring-pairing-card').first());
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(50_000); // it did come over the line
    expect(bytes).toBeLessThanOrEqual(most);
  });
});
