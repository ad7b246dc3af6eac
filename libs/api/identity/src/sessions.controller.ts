import { Controller, Inject, Req, Res } from '@nestjs/common';
import {
  Acting,
  Door,
  Input,
  type Knock,
  type LiveSession,
  Refused,
  Session,
  type Settings,
  SETTINGS,
  Transactions,
} from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import type { FastifyReply } from 'fastify';
import { EndSessions } from './end-sessions';
import { giveCookie, takeCookie, tokenOf } from './session-cookie';
import { SessionQueries } from './session.queries';
import { SignIn } from './sign-in';
import { SignInAsDemo } from './sign-in-as-demo';

/** Signing in and out. */
@Controller()
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signInAsDemo: SignInAsDemo,
    private readonly endSessions: EndSessions,
    private readonly queries: SessionQueries,
    private readonly transactions: Transactions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Door(contracts.readSession)
  async read(@Session() session: LiveSession | null): Promise<string> {
    const personId = session?.actor.personId;
    const view = personId ? await this.transactions.read((read) => this.queries.view(read, personId)) : 'null';
    return `{"session":${view},"demo":${String(this.settings.isDemo)}}`;
  }

  @Door(contracts.signIn)
  async enter(
    @Input() input: InputOf<typeof contracts.signIn>,
    @Req() request: Knock,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { token, account } = await this.signIn.execute({
      ...input.body,
      address: request.ip,
      former: tokenOf(request),
    });
    giveCookie(reply, request, token);
    return this.transactions.read((read) => this.queries.view(read, account.personId));
  }

  @Door(contracts.listDemoPeople)
  demoPeople(): Promise<string> {
    if (!this.settings.isDemo) throw new Refused('not-found');
    return this.transactions.read((read) => this.queries.demoPeople(read));
  }

  @Door(contracts.signInAsDemo)
  async enterAsDemo(
    @Input() input: InputOf<typeof contracts.signInAsDemo>,
    @Req() request: Knock,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    giveCookie(reply, request, await this.signInAsDemo.execute(input.body.personId, tokenOf(request)));
    return this.transactions.read((read) => this.queries.view(read, input.body.personId));
  }

  @Door(contracts.signOut)
  async leave(@Req() request: Knock, @Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, never>> {
    const token = tokenOf(request);
    if (token) await this.endSessions.one(token);
    takeCookie(reply);
    return {};
  }

  @Door(contracts.signOutEverywhere)
  async leaveEverywhere(
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Record<string, never>> {
    await this.endSessions.all(actor.personId);
    takeCookie(reply);
    return {};
  }
}
