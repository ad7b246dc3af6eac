import type { CallOf, Endpoint } from '@qinglan/contracts';

/** What a caller gives an endpoint; `form` where it carries a file. */
export type ApiCall<E extends Endpoint> = CallOf<E> & {
  readonly form?: FormData;
  /** Lets the caller give up, for instance when a newer question replaced this one. */
  readonly signal?: AbortSignal;
};

type Fields = Readonly<Record<string, unknown>>;

/** The address of an endpoint with its parameters and query filled in. */
export function addressOf(endpoint: Endpoint, call: ApiCall<Endpoint>): string {
  const params = (call.params ?? {}) as Fields;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = queryOf((call.query ?? {}) as Fields);
  return `/api${path}${query ? `?${query}` : ''}`;
}

/** What narrows rows to one group, to a part of it or to one thing: empty asks for those that do not say which. */
const saysEmpty: ReadonlySet<string> = new Set(['value', 'part', 'of']);

const isAsked = ([name, value]: readonly [string, unknown]): boolean =>
  value !== undefined && value !== null && (value !== '' || saysEmpty.has(name));

/** An empty field of a form asks for nothing, as one that was left out does. */
function queryOf(fields: Fields): string {
  const given = Object.entries(fields).filter(isAsked);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}

/** What `fetch` is given. */
export function requestOf(endpoint: Endpoint, call: ApiCall<Endpoint>, language: string): RequestInit {
  const headers: Record<string, string> = {
    accept: endpoint.carries === 'file' ? '*/*' : 'application/json, application/problem+json',
    'accept-language': language,
  };
  if (endpoint.versioned && call.version !== undefined) headers['if-match'] = `"${call.version}"`;
  const body = bodyOf(endpoint, call);
  if (typeof body === 'string') headers['content-type'] = 'application/json';
  return {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body }),
    ...(call.signal ? { signal: call.signal } : {}),
  };
}

function bodyOf(endpoint: Endpoint, call: ApiCall<Endpoint>): string | FormData | undefined {
  if (endpoint.carries === 'form') return call.form;
  return call.body === undefined ? undefined : JSON.stringify(call.body);
}
