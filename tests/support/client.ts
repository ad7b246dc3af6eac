import type { CallOf, Endpoint, Problem, ReplyOf } from '@qinglan/contracts';

/** What came back: the parsed reply, or the problem. */
export interface Answered<Reply> {
  readonly status: number;
  readonly headers: Headers;
  /** Fails the test where the answer was a problem. */
  readonly body: Reply;
  readonly problem: Problem | null;
}

/** A kept connection that a restart of the house closed is replaced once, as a browser does for what may be sent twice. */
async function fetchAgain(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.method !== 'GET' && init.method !== 'PUT') throw error;
    return fetch(url, init);
  }
}

/** Somebody at a browser, or nobody in particular while not signed in. */
export class Client {
  constructor(
    readonly baseUrl: string,
    readonly cookie: string | null,
    readonly personId: string | null = null,
  ) {}

  /** Knocks at a door as the contract says, and checks that what comes back keeps the contract. */
  async call<E extends Endpoint>(contract: E, given: CallOf<E> = {}, headers: Record<string, string> = {}) {
    const response = await fetchAgain(this.urlOf(contract, given), {
      method: contract.method,
      headers: { ...this.headersOf(given), ...headers },
      ...(given.body === undefined || contract.method === 'GET' ? {} : { body: JSON.stringify(given.body) }),
    });
    return this.answered<ReplyOf<E>>(response, contract);
  }

  /** Knocks and tells what came back without looking at it: for doors that answer with a file or refuse most. */
  async knock(
    contract: Endpoint,
    given: CallOf<Endpoint>,
  ): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetchAgain(this.urlOf(contract, given), {
      method: contract.method,
      headers: this.headersOf(given),
      ...(given.body === undefined || contract.method === 'GET' ? {} : { body: JSON.stringify(given.body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Any request at all, with this person's cookie. */
  raw(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie) headers.set('cookie', this.cookie);
    return fetch(`${this.baseUrl}${path}`, { ...init, headers });
  }

  private headersOf(given: CallOf<Endpoint>): Record<string, string> {
    return {
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(given.version === undefined ? {} : { 'if-match': `"${String(given.version)}"` }),
    };
  }

  private urlOf(contract: Endpoint, given: CallOf<Endpoint>): string {
    const params = (given.params ?? {}) as Record<string, string>;
    const path = contract.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const query = Object.entries((given.query ?? {}) as Record<string, unknown>)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]): [string, string] => [name, String(value)]);
    const search = new URLSearchParams(query).toString();
    return `${this.baseUrl}/api${path}${search ? `?${search}` : ''}`;
  }

  private async answered<Reply>(response: Response, contract: Endpoint): Promise<Answered<Reply>> {
    const text = await response.text();
    const { status, headers } = response;
    if (response.ok) return { status, headers, body: contract.reply.parse(JSON.parse(text)) as Reply, problem: null };
    const problem = JSON.parse(text) as Problem;
    return {
      status,
      headers,
      problem,
      get body(): Reply {
        throw new Error(`expected an answer and got ${text}`);
      },
    };
  }
}
