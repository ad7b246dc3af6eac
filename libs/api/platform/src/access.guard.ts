import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Access, Endpoint } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import type { FastifyRequest } from 'fastify';
import { ENDPOINT, type Knock } from './door';
import { LIVE_GATEWAY } from './live-marks';
import { RateLimits } from './rate-limits';
import { Refused } from './refused';
import { Sessions, type LiveSession } from './session';

/** Whether somebody may knock at a door at all; the use case asks further. */
export function mayKnock(access: Access, actor: Actor | null): boolean {
  if (access === 'public') return true;
  if (!actor) return false;
  return access === 'signed-in' || access.roles.some((role) => actor.roles.has(role));
}

const isReading = (method: string) => method === 'GET' || method === 'HEAD';

/** A change must come from our own pages: browsers say where from, and other clients send no cookie unasked. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  if (isReading(request.method) || origin === undefined) return;
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw new Refused('foreign-origin');
}

/** The guard at every door: reads `access` from the contract and refuses a handler that declares none. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Messages over sockets have their own guard, and gateways that lack it are refused.
    if (context.getType() === 'ws') return Reflect.hasMetadata(LIVE_GATEWAY, context.getClass());
    const contract = Reflect.getMetadata(ENDPOINT, context.getHandler()) as Endpoint | undefined;
    if (!contract) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no contract`);
    const request = context.switchToHttp().getRequest<Knock>();
    refuseForeignOrigin(request);
    request.session = await this.sessionOf(request);
    await this.limits.count(request.session?.sessionId ?? request.ip, request.session !== null);
    if (mayKnock(contract.access, request.session?.actor ?? null)) return true;
    throw new Refused(request.session ? 'forbidden' : 'not-signed-in');
  }

  private async sessionOf(request: Knock): Promise<LiveSession | null> {
    const token = request.cookies[Sessions.cookie];
    return token ? this.sessions.find(token) : null;
  }
}
