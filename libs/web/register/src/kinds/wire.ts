import type { CallOf, Endpoint } from '@qinglan/contracts';

// Forms are data, so their fields meet the types of a contract only here; its schema was asked before.

export const paramsAs = <E extends Endpoint>(_: E, params: Readonly<Record<string, string>>) =>
  params as CallOf<E>['params'];

export const bodyAs = <E extends Endpoint>(_: E, body: Readonly<Record<string, unknown>>) => body as CallOf<E>['body'];

export const queryAs = <E extends Endpoint>(_: E, question: object) => question as CallOf<E>['query'];
