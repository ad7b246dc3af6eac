import '@fastify/cookie';
import { type Knock, Sessions } from '@qinglan/api-platform';
import type { FastifyReply } from 'fastify';

/** The secret that this browser holds, if any. */
export const tokenOf = (request: Knock): string | null => request.cookies[Sessions.cookie] ?? null;

/** Hands the secret to the browser: scripts cannot read it, other sites cannot send it. */
export function giveCookie(reply: FastifyReply, request: Knock, token: string): void {
  const secure = request.protocol === 'https';
  void reply.setCookie(Sessions.cookie, token, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

/** Takes the secret back. */
export function takeCookie(reply: FastifyReply): void {
  void reply.clearCookie(Sessions.cookie, { path: '/' });
}
