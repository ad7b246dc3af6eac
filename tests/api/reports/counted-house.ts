import { randomUUID } from 'node:crypto';
import { readIndicator } from '@qinglan/contracts';
import { aHouse, anOrganisation, aPerson, type Client, type House } from '../../support';
import { aReportedTown, type ReportedTown } from './reported';

/** A text that is the same in every language. */
export const words = (zh: string) => ({ zh, en: zh, ug: '' });

/** A count of lessons that a house does not begin with. */
export const definition = {
  name: words('数学诊断课'),
  definition: words('数学的课堂教学诊断，双方签过字的'),
  unit: '节' as const,
  rule: {
    kind: 'count' as const,
    source: 'lesson' as const,
    measure: { of: 'rows' as const },
    where: [
      { field: 'state', is: ['verified'] },
      { field: 'kind', is: ['diagnosis'] },
      { field: 'subject', is: ['数学'] },
    ],
  },
  period: 'during' as const,
  population: null,
  isReckoned: false,
  mayOverlap: [],
  alongside: null,
  owner: words('教务'),
  unknownWords: words('未统计'),
};

/** A house with sixteen verified lessons in 2026, and who reads their numbers. */
export interface CountedHouse {
  readonly house: House;
  readonly town: ReportedTown;
  readonly administrator: Client;
  readonly coordinator: Client;
  figure(key: string, year?: number, asOf?: string): Promise<Answer>;
}

async function answerOf(client: Client, key: string, query: { year: number; asOf: string | undefined }) {
  return (await client.call(readIndicator, { params: { key }, query })).body.answer;
}
type Answer = Awaited<ReturnType<typeof answerOf>>;

/** Three lessons in each of five months, and one of the last evening of 2025, which is of 2026 in Beijing. */
export async function aCountedHouse(): Promise<CountedHouse> {
  const house = await aHouse({ now: '2026-11-20T02:00:00Z' });
  const town = await aReportedTown(house);
  const administrator = await house.as(await aPerson(house, (await anOrganisation(house)).id, 'administrator'));
  const coordinator = await house.as(town.schools[1]?.coordinator ?? { id: '' });
  for (const month of [1, 2, 3, 4, 5])
    await town.make({
      at: `2026-0${String(month)}-10T03:00:00Z`,
      state: 'verified',
      pair: month,
      minutes: month === 5 ? null : 30 + month,
      isMakeUp: false,
      many: 3,
    });
  await town.make({ at: '2025-12-31T17:00:00Z', state: 'verified', pair: 0, minutes: 20, isMakeUp: false, many: 1 });
  return {
    ...{ house, town, administrator, coordinator },
    figure: (key, year = 2026, asOf) => answerOf(administrator, key, { year, asOf }),
  };
}

/** A studio whose one mentor guides so many. */
export async function aStudioOf(house: House, mentees: number, at: number): Promise<string> {
  const host = await anOrganisation(house);
  const id = randomUUID();
  await house.sql(
    `INSERT INTO studio (id, code, subject, field, host_id, evidence) VALUES ($1, $2, '数学', 'education', $3, 'demo')`,
    [id, `ST${String(at)}`, host.id],
  );
  const mentor = await aPerson(house, host.id, 'mentor');
  for (let number = 0; number < mentees; number += 1) {
    const mentee = await aPerson(house, host.id, 'mentee');
    await house.sql(
      `INSERT INTO pairing (id, mentor_id, mentee_id, studio_id, from_day) VALUES ($1, $2, $3, $4, '2026-03-01')`,
      [randomUUID(), mentor.id, mentee.id, id],
    );
  }
  return id;
}
