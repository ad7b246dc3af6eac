import { Controller, Req, Res } from '@nestjs/common';
import { Door, Input, type Knock, RateLimits, Refused } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { FastifyReply } from 'fastify';
import { ChangePassword } from './change-password';
import { giveCookie } from './session-cookie';

/** The password of one's own. */
@Controller()
export class PasswordController {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly limits: RateLimits,
  ) {}

  @Door(contracts.changePassword)
  async change(
    @Input() input: InputOf<typeof contracts.changePassword>,
    @Req() request: Knock,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Record<string, never>> {
    const session = request.session;
    if (!session) throw new Refused('not-signed-in');
    // Whoever finds a browser left open shall not guess the password here instead of at the door.
    await this.limits.countSignIn(session.account, request.ip);
    const token = await this.changePassword.execute(session.actor, input.body);
    await this.limits.clearSignIn(session.account);
    giveCookie(reply, request, token);
    return {};
  }
}
