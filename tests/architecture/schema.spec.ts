import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDatabase, type TestDatabase } from '../support';

/** What Qinglan will never hold of anybody: design rule "What it will never hold". */
const forbiddenOfPeople =
  /ethnic|nation(?!$)|relig|politic|party_member|identity_number|id_card|passport|biometric|face|photo|avatar|attention|emotion|gaze|window_focus|location|latitude|longitude|gps|ip_address|user_agent|phone|birth|gender/i;

/** Matters of the year 2015 that are outside the programme. */
const outOfScope =
  /天网|视频监控|网侦|DNA|破案|安居富民|电商园|蒲公英|纺织|袜业|大棚|文化礼堂|援助资金|民族成分|宗教|身份证|政治面貌|人脸/;

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.drop());

const registerFolder = join(process.cwd(), 'apps/api/demo-register');

describe('the schema', () => {
  it('has no field that follows a person', async () => {
    const columns = await database.sql<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    expect(columns.length).toBeGreaterThan(80);
    expect(columns.map(({ name }) => name).filter((name) => forbiddenOfPeople.test(name.split('.')[1] ?? ''))).toEqual(
      [],
    );
  });

  it('has no accounts for pupils', async () => {
    const tables = await database.sql<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    expect(tables.map(({ name }) => name).filter((name) => /pupil|student|learner/.test(name))).toEqual([]);
  });

  it('names every constraint', async () => {
    const unnamed = await database.sql<{ name: string }>(
      `SELECT conrelid::regclass || '.' || conname AS name FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u', 'c', 'x')
         AND conname ~ '(_pkey|_fkey|_key|_check|_excl)\\d*$' AND conrelid::regclass::text <> 'migrations'`,
    );
    expect(unnamed).toEqual([]);
  });

  it('has an index behind every foreign key of a table that grows', async () => {
    const growing = [
      ...['lesson', 'hold', 'history', 'proposal', 'room_log', 'presence_interval', 'head_count', 'session'],
      ...['pairing', 'pairing_pause', 'obligation', 'obligation_share', 'credit', 'agreement_signature', 'activity'],
      ...['activity_person', 'studio_diagnosis', 'observation', 'observation_change', 'observation_reading'],
      ...['observation_request', 'enrolment', 'sitting', 'sitting_person', 'certificate'],
    ];
    const growingTo = [
      ...['lesson', 'proposal', 'series', 'room', 'pairing', 'obligation', 'activity', 'observation'],
      ...['programme_item', 'sitting'],
    ];
    const bare = await database.sql<{ name: string }>(
      `SELECT c.conrelid::regclass || '.' || a.attname AS name
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND c.conrelid::regclass::text = ANY ($1)
         AND c.confrelid::regclass::text = ANY ($2)
         AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = a.attnum)`,
      [growing, growingTo],
    );
    expect(bare).toEqual([]);
  });

  it('knows times with their zone only', async () => {
    const bare = await database.sql(
      `SELECT table_name, column_name FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'`,
    );
    expect(bare).toEqual([]);
  });
});

describe('the demo register', () => {
  const sheets = () => readdirSync(registerFolder).filter((name) => name.endsWith('.csv'));

  it('holds nothing outside the programme and nothing about anybody as a person', () => {
    expect(sheets()).toHaveLength(15);
    const found = sheets().filter((name) => outOfScope.test(readFileSync(join(registerFolder, name), 'utf8')));
    expect(found).toEqual([]);
  });

  it('numbers its people and invents none', () => {
    const people = readFileSync(join(registerFolder, '人员.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
    const names = people.map((line) => line.split(',')[1] ?? '');
    expect(names.filter((name) => !/\d+$|(语文|数学|英语|物理|科学)教师$|教务$|管理员$|查看者$/.test(name))).toEqual(
      [],
    );
  });
});
