import { inject, Injectable, untracked } from '@angular/core';
import { problem as problemSchema, type Endpoint, type Problem, type ReplyOf } from '@qinglan/contracts';
import { Subject } from 'rxjs';
import { Languages } from '../language/languages';
import { offlineProblem, ProblemError } from './problem-error';
import { addressOf, requestOf, type ApiCall } from './request';

const pauses = [300, 1200];
const awayStatuses = new Set([502, 503, 504]);
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** A file that an endpoint answered with. */
export interface DownloadedFile {
  readonly name: string;
  readonly content: Blob;
}

/** Calls the endpoints of the contracts and parses what they answer. */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  private readonly languages = inject(Languages);
  private readonly refusedAsUnknown = new Subject<void>();

  /** Fires when an answer says that nobody is signed in any more. */
  readonly signedOut = this.refusedAsUnknown.asObservable();

  /** Asks and gives the parsed reply; throws a ProblemError. */
  async call<E extends Endpoint>(endpoint: E, call: ApiCall<E> = {}): Promise<ReplyOf<E>> {
    const response = await this.send(endpoint, call);
    const text = await response.text();
    return endpoint.reply.parse(text === '' ? {} : JSON.parse(text)) as ReplyOf<E>;
  }

  /** Asks an endpoint that carries a file. */
  async download<E extends Endpoint>(endpoint: E, call: ApiCall<E> = {}): Promise<DownloadedFile> {
    const response = await this.send(endpoint, call);
    return { name: fileNameOf(response), content: await response.blob() };
  }

  private async send(endpoint: Endpoint, call: ApiCall<Endpoint>): Promise<Response> {
    const request = requestOf(endpoint, call, untracked(this.languages.tag));
    const response = await this.persist(endpoint, () => fetch(addressOf(endpoint, call), request));
    if (response.ok) return response;
    const problem = await this.readProblem(response);
    // A wrong password is 401 as well; only the lost session leads to the sign-in page.
    if (problem.type === '/problems/not-signed-in') this.refusedAsUnknown.next();
    throw new ProblemError(problem);
  }

  /** Asks again after a lost connection, where asking twice does nothing twice. */
  private async persist(endpoint: Endpoint, ask: () => Promise<Response>): Promise<Response> {
    // A versioned PUT whose answer was lost would meet its own change as somebody else's.
    const isRepeatable = endpoint.method === 'GET' || (endpoint.method === 'PUT' && !endpoint.versioned);
    for (const wait of isRepeatable ? pauses : []) {
      const response = await ask().catch(failUnlessAway);
      if (response && !awayStatuses.has(response.status)) return response;
      await pause(wait);
    }
    return (await ask().catch(failUnlessAway)) ?? this.failOffline();
  }

  private failOffline(): never {
    throw new ProblemError(offlineProblem(this.languages.say('problem.offline')));
  }

  private async readProblem(response: Response): Promise<Problem> {
    const parsed = problemSchema.safeParse(await response.json().catch(() => null));
    if (parsed.success) return parsed.data;
    return { type: 'about:blank', title: this.languages.say('problem.unexpected'), status: response.status };
  }
}

/** A lost connection is no answer; giving up on purpose and bugs go on as they are. */
function failUnlessAway(error: unknown): undefined {
  if (error instanceof TypeError) return undefined;
  throw error;
}

function fileNameOf(response: Response): string {
  const given = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(given)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(given)?.[1] ?? 'download';
}
