import '@fastify/cookie';
import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  Header,
  HttpCode,
  Post,
  Put,
  SetMetadata,
} from '@nestjs/common';
import type { Endpoint } from '@qinglan/contracts';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Refused } from './refused';
import type { LiveSession } from './session';

/** The metadata key under which a handler's contract is kept. */
export const ENDPOINT = 'qinglan:endpoint';

/** A request after the guard: the session is null on public doors only. */
export interface Knock extends FastifyRequest {
  session?: LiveSession | null;
}

const methods = { GET: Get, PUT: Put, POST: Post, DELETE: Delete };

/** Opens the door that a contract describes: method, path, access, parsing and the content type come from it. */
export function Door(contract: Endpoint): MethodDecorator {
  const common = [methods[contract.method](`/api${contract.path}`), SetMetadata(ENDPOINT, contract), HttpCode(200)];
  // Text that a handler returns is JSON that Postgres built; it is passed through as it is.
  const json = contract.carries === 'file' ? [] : [Header('content-type', 'application/json; charset=utf-8')];
  return applyDecorators(...common, ...json);
}

const pointers = (part: string, error: z.ZodError) =>
  error.issues.map((issue) => ({
    pointer: `#/${[part, ...issue.path].filter((step) => step !== '').join('/')}`,
    detail: issue.message,
  }));

/** Parses one part of what came; the faults name their place as JSON pointers. */
function parsePart(schema: z.ZodType, given: unknown, part: string): unknown {
  const read = schema.safeParse(given ?? {});
  if (!read.success) throw new Refused('invalid-input', { errors: pointers(part, read.error) });
  return read.data;
}

/** The version named in `If-Match`, as `"3"` or `3`; 0 stands for a thing that is not there yet. */
function versionOf(contract: Endpoint, header: string | undefined): number {
  if (!contract.versioned) return 0;
  if (header === undefined) throw new Refused('version-missing');
  const read = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim());
  if (!read) throw new Refused('invalid-input', { errors: [{ pointer: '#/headers/If-Match', detail: 'a number' }] });
  return Number(read[1]);
}

/** Parses a request by its contract. */
export function parseKnock(contract: Endpoint, request: FastifyRequest) {
  return {
    params: parsePart(contract.params, request.params, 'params'),
    query: parsePart(contract.query, request.query, 'query'),
    body: contract.carries === 'form' ? {} : parsePart(contract.body, request.body, ''),
    version: versionOf(contract, request.headers['if-match']),
  };
}

/** What the contract lets through: params, query, body and version. Type it `InputOf<typeof contract>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const contract = Reflect.getMetadata(ENDPOINT, context.getHandler()) as Endpoint;
  return parseKnock(contract, context.switchToHttp().getRequest<FastifyRequest>());
});

/** Who is asking. On a public door use `@Session()` instead, which may be null. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const session = context.switchToHttp().getRequest<Knock>().session;
  if (!session) throw new Refused('not-signed-in');
  return session.actor;
});

/** The session of the request, or null. */
export const Session = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Knock>().session ?? null,
);
