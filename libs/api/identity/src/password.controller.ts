import { Controller, Req, Res } from '@nestjs/common';
import { Door, Input, type Knock, Refused } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { FastifyReply } from 'fastify';
import { ChangePassword } from './change-password';
import { giveCookie } from './session-cookie';

/** The password of one's own. */
@Controller()
export class PasswordController {
  constructor(private readonly changePassword: ChangePassword) {}

  @Door(contracts.changePassword)
  async change(
    @Input() input: InputOf<typeof contracts.changePassword>,
    @Req() request: Knock,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Record<string, never>> {
    const session = request.session;
    if (!session) throw new Refused('not-signed-in');
    giveCookie(reply, request, await this.changePassword.execute(session.actor, input.body));
    return {};
  }
}
