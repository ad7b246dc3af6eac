import type { Role } from '@qinglan/domain';
import * as z from 'zod';
import type { ProblemName } from '../problems';

/** Who may knock at all: anybody, whoever is signed in, or the roles named; the use case still asks its policy. */
export type Access = 'public' | 'signed-in' | { readonly roles: readonly Role[] };

/** One door of the HTTP interface, known to both sides. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below `/api`, with `:name` for parameters. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly reply: Reply;
  readonly problems: readonly ProblemName[];
  /** The change must name the version it read in `If-Match`. */
  readonly versioned: boolean;
  /** `form`: multipart with one file; `file`: the reply is a file, not JSON. */
  readonly carries: 'json' | 'form' | 'file';
}

const nothing = z.object({});

type Described = Pick<Endpoint, 'method' | 'path' | 'summary' | 'access'> &
  Partial<Pick<Endpoint, 'problems' | 'versioned' | 'carries'>>;

/** Declares a door; `access` is required, so that none can forget it. */
export function endpoint<
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof nothing,
  Reply extends z.ZodType = typeof nothing,
>(
  given: Described & { params?: Params; query?: Query; body?: Body; reply?: Reply },
): Endpoint<Params, Query, Body, Reply> {
  const empty = nothing as unknown;
  return {
    problems: [],
    versioned: false,
    carries: 'json',
    ...given,
    params: given.params ?? (empty as Params),
    query: given.query ?? (empty as Query),
    body: given.body ?? (empty as Body),
    reply: given.reply ?? (empty as Reply),
  };
}

/** What a door hands to its use case after parsing. */
export interface InputOf<E extends Endpoint> {
  readonly params: z.output<E['params']>;
  readonly query: z.output<E['query']>;
  readonly body: z.output<E['body']>;
  /** The version named in `If-Match`; always there on a versioned endpoint. */
  readonly version: number;
}

/** What a caller gives, before parsing; parts without fields may be left out. */
export interface CallOf<E extends Endpoint> {
  readonly params?: z.input<E['params']>;
  readonly query?: z.input<E['query']>;
  readonly body?: z.input<E['body']>;
  readonly version?: number;
}

/** What the door answers. */
export type ReplyOf<E extends Endpoint> = z.output<E['reply']>;
