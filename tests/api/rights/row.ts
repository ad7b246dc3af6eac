import type { CallOf, Endpoint } from '@qinglan/contracts';
import type { Knocker, Place, World } from './world';

/** `ok` means let through: whatever is answered then, it is no 401, 403 or 404. */
export type Verdict = 'ok' | '401' | '403' | '404';
/** One verdict for all places, or one each for own, partner's and foreign. */
export type Verdicts = Verdict | readonly [own: Verdict, partner: Verdict, foreign: Verdict];

export interface Row {
  readonly expected: Readonly<Record<Knocker, Verdicts>>;
  readonly call: (world: World, place: Place) => CallOf<Endpoint>;
}

export type Expected = Row['expected'];
export const everybody = (verdicts: Verdicts): Expected => ({
  administrator: verdicts,
  viewer: verdicts,
  coordinator: verdicts,
  teacher: verdicts,
  mentor: verdicts,
  mentee: verdicts,
  nobody: verdicts,
});
export const signedIn: Expected = { ...everybody('ok'), nobody: '401' };
export const administrators: Expected = { ...everybody('403'), administrator: 'ok', nobody: '401' };

/** What is seen by the own school and its partners, and by those who see everything. */
export const near = ['ok', 'ok', '404'] as const;
export const seenNear: Expected = { ...everybody(near), administrator: 'ok', viewer: 'ok', nobody: '401' };
/** What is seen by the two schools of a lesson alone. */
export const shared = ['ok', '404', '404'] as const;
export const seenByBoth: Expected = {
  ...seenNear,
  coordinator: shared,
  teacher: shared,
  mentor: shared,
  mentee: shared,
};
/** What a coordinator keeps for the own school: a partner's is seen and not touched, a stranger's not even seen. */
export const kept: Expected = { ...administrators, coordinator: ['ok', '403', '404'] };
/** What a coordinator of either school does with a lesson; a teacher who does not give it may not. */
export const coordinated: Expected = {
  ...everybody('403'),
  coordinator: shared,
  teacher: ['403', '404', '404'],
  nobody: '401',
};

export const row = (expected: Expected, call: Row['call'] = () => ({})): Row => ({ expected, call });
/** Nothing has been changed 900 times: who is let through is told that it is stale, and nothing happens. */
export const stale = { version: 900 };
