import { describe, expect, it } from '@jest/globals';
import {
  downloadRowsCsv,
  importRegister,
  listIndicatorRows,
  listLessons,
  readSession,
  readWeek,
  saveSeries,
  signIn,
  type Endpoint,
} from '@qinglan/contracts';
import { addressOf, requestOf, type ApiCall } from './request';

const at = (endpoint: Endpoint, call: ApiCall<Endpoint>) => addressOf(endpoint, call);

describe('the address of a call', () => {
  it('fills parameters in and leaves out what was not asked', () => {
    expect(at(readWeek, { params: { schoolId: 'a/b', monday: '2026-09-14' }, query: { partnerId: undefined } })).toBe(
      '/api/schools/a%2Fb/weeks/2026-09-14',
    );
  });

  it('writes switches and words of the query', () => {
    expect(at(listLessons, { query: { mine: true, after: 'x y', state: null, from: '' } })).toBe(
      '/api/lessons?mine=true&after=x+y',
    );
  });

  it('asks for the group, the part and the thing that rows do not say, which is empty', () => {
    const params = { key: 'visiting-teachers' };
    expect(at(listIndicatorRows, { params, query: { year: 2015, by: 'sender', value: '' } })).toBe(
      '/api/indicators/visiting-teachers/rows?year=2015&by=sender&value=',
    );
    const query = { by: 'sender', value: 'a', within: 'host', part: '' };
    expect(at(downloadRowsCsv, { params, query })).toMatch(/\?by=sender&value=a&within=host&part=$/);
    expect(at(listIndicatorRows, { params, query: { of: '' } })).toMatch(/\?of=$/);
    expect(at(listIndicatorRows, { params, query: { by: '', value: undefined, of: null } })).not.toContain('?');
  });
});

describe('what is sent', () => {
  it('names the version read only where the endpoint asks for it', () => {
    const call = { params: { seriesId: 's' }, body: {}, version: 0 };
    expect(requestOf(saveSeries, call, 'zh-CN').headers).toMatchObject({ 'if-match': '"0"' });
    expect(requestOf(signIn, { body: {}, version: 3 }, 'zh-CN').headers).not.toHaveProperty('if-match');
  });

  it('says the language and sends JSON with its type', () => {
    const request = requestOf(signIn, { body: { account: 'T1', password: 'p' } }, 'ug');
    expect(request).toMatchObject({ method: 'POST', body: '{"account":"T1","password":"p"}' });
    expect(request.headers).toMatchObject({ 'accept-language': 'ug', 'content-type': 'application/json' });
  });

  it('lets the browser write the type of a form, and gives a reading call no body', () => {
    const form = new FormData();
    const sent = requestOf(importRegister, { query: { dryRun: true }, form }, 'en');
    expect(sent.body).toBe(form);
    expect(sent.headers).not.toHaveProperty('content-type');
    expect(requestOf(readSession, {}, 'en')).not.toHaveProperty('body');
  });
});
