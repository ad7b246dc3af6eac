import type * as z from 'zod';
import type { Problem, ProblemName } from '../problems';
import type { Access } from './endpoint';

/** One message from a client over the socket; every one is answered. */
export interface ClientEvent<Body extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly access: Access;
  readonly body: Body;
  readonly reply: Reply;
  readonly problems: readonly ProblemName[];
}

/** One message from the server over the socket; it is not answered. */
export interface ServerEvent<Body extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly body: Body;
}

/** The answer to a client's message. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** Declares a client's message with its schema and acknowledgement. */
export const clientEvent = <Body extends z.ZodType, Reply extends z.ZodType>(
  given: ClientEvent<Body, Reply>,
): ClientEvent<Body, Reply> => given;

/** Declares a server's message with its schema. */
export const serverEvent = <Body extends z.ZodType>(given: ServerEvent<Body>): ServerEvent<Body> => given;
