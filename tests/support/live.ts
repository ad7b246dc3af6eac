import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, ClientEvent, ServerEvent } from '@qinglan/contracts';
import type { LessonId } from '@qinglan/domain';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type * as z from 'zod';
import type { Client } from './client';
import type { TestDatabase } from './test-database';
import type { Person, School, Town } from './town';

type Wishes = Partial<ManagerOptions & SocketOptions>;
type Said<E extends ServerEvent> = z.output<E['body']>;

interface Waiting {
  readonly name: string;
  readonly isIt: (body: unknown) => boolean;
  readonly found: (body: unknown) => void;
}

const PATIENCE_MS = 15_000;

/** Something that will happen, or a failure that names what did not. */
export function within<T>(happens: Promise<T>, what: string, patienceMs = PATIENCE_MS): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`${what} did not happen in ${String(patienceMs)} ms`)),
    patienceMs,
  );
  return Promise.race([happens, late.promise]).finally(() => clearTimeout(timer));
}

/** Looks again and again until it is so; for what no message tells. */
export async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`${what} did not come about`);
    await pause(20);
  }
}

/** A tab with a socket: remembers what it heard, asks and parses by the contract. */
export class Tab {
  readonly heard: { readonly name: string; readonly body: unknown }[] = [];
  private readonly waiting = new Set<Waiting>();

  constructor(readonly socket: Socket) {
    socket.onAny((name: string, body: unknown) => {
      this.heard.push({ name, body });
      for (const one of this.waiting) if (one.name === name && one.isIt(body)) one.found(body);
    });
  }

  /** Asks and gives the whole answer; a value keeps the contract. */
  async ask<E extends ClientEvent>(event: E, body: z.input<E['body']>): Promise<Answer<z.output<E['reply']>>> {
    const answer = (await this.socket.timeout(PATIENCE_MS).emitWithAck(event.name, body)) as Answer<unknown>;
    return answer.ok ? { ok: true, value: event.reply.parse(answer.value) as z.output<E['reply']> } : answer;
  }

  /** Asks and gives the value; a problem fails the test. */
  async does<E extends ClientEvent>(event: E, body: z.input<E['body']>): Promise<z.output<E['reply']>> {
    const answer = await this.ask(event, body);
    if (!answer.ok) throw new Error(`${event.name}: ${JSON.stringify(answer.problem)}`);
    return answer.value;
  }

  /** The name of the problem that an event is answered with, or 'none'. */
  async problemOf<E extends ClientEvent>(event: E, body: z.input<E['body']>): Promise<string> {
    const answer = await this.ask(event, body);
    return answer.ok ? 'none' : answer.problem.type.replace('/problems/', '');
  }

  /** Everything of that name that was heard so far, parsed. */
  all<E extends ServerEvent>(event: E): Said<E>[] {
    const of = this.heard.filter(({ name }) => name === event.name);
    return of.map(({ body }) => event.body.parse(body) as Said<E>);
  }

  /** The first message of that name for which it holds, heard already or to come. */
  hears<E extends ServerEvent>(event: E, isIt: (body: Said<E>) => boolean = () => true, patienceMs = PATIENCE_MS) {
    const already = this.all(event).find(isIt);
    if (already) return Promise.resolve(already);
    const { promise, resolve } = Promise.withResolvers<Said<E>>();
    const one: Waiting = {
      name: event.name,
      isIt: (body) => isIt(event.body.parse(body) as Said<E>),
      found: (body) => resolve(event.body.parse(body) as Said<E>),
    };
    this.waiting.add(one);
    return within(promise, event.name, patienceMs).finally(() => this.waiting.delete(one));
  }

  /** The next time the library itself says so: connect, disconnect. */
  next(event: 'connect' | 'disconnect', patienceMs = PATIENCE_MS): Promise<unknown> {
    return within(new Promise((resolve) => this.socket.once(event, resolve)), event, patienceMs);
  }

  close(): void {
    this.socket.close();
  }
}

/** A socket that is not connected yet, with this person's cookie. */
export function aSocket(client: Client, wishes: Wishes = {}): Socket {
  const extraHeaders = { ...(client.cookie ? { cookie: client.cookie } : {}), ...wishes.extraHeaders };
  const common = { path: '/ws', transports: ['websocket'], forceNew: true, autoConnect: false, reconnectionDelay: 50 };
  return io(client.baseUrl, { ...common, ...wishes, extraHeaders });
}

/** Opens a tab and waits for its handshake; a refusal fails with the problem's name. */
export async function aTab(client: Client, wishes: Wishes = {}): Promise<Tab> {
  const socket = aSocket(client, wishes);
  const tab = new Tab(socket);
  const connected = new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  socket.connect();
  await within(connected, 'connect').catch((error: unknown) => {
    socket.close();
    throw error;
  });
  return tab;
}

/** A lesson of the two schools, and who plays which part in it. */
export interface HeldLesson {
  readonly id: LessonId;
  readonly presenter: Person;
  readonly localTeacher: Person;
  readonly presenting: School;
  readonly receiving: School;
  readonly presentingClassroomId: School['classrooms'][0]['id'];
  readonly receivingClassroomId: School['classrooms'][0]['id'];
}

/** A lesson on 16 September 2026, 09:50 to 10:30 in Beijing, unless told otherwise; put there past the rules of proposing. */
export async function aLesson(
  { sql }: Pick<TestDatabase, 'sql'>,
  town: Town,
  given: { state?: string; startsAt?: string; endsAt?: string } = {},
): Promise<HeldLesson> {
  const { hangzhou, aksu } = town;
  const [proposalId, id] = [randomUUID(), randomUUID() as LessonId];
  const [presenter, localTeacher] = [hangzhou.teachers[0], aksu.teachers[0]];
  await sql(
    `INSERT INTO proposal (id, partnership_id, from_school_id, to_school_id, proposed_by, proposed_at, expires_at, asked, closed_at)
     VALUES ($1, $2, $3, $4, $5, '2026-08-25', '2026-08-28', '', '2026-08-26')`,
    [proposalId, town.partnershipId, hangzhou.id, aksu.id, presenter.id],
  );
  await sql(
    `INSERT INTO lesson (id, proposal_id, partnership_id, kind, subject, state, starts_at, ends_at,
                         presenting_school_id, receiving_school_id, presenter_id, local_teacher_id,
                         presenting_class_id, receiving_class_id, presenting_classroom_id, receiving_classroom_id)
     VALUES ($1, $2, $3, 'synchronous', '物理', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      proposalId,
      town.partnershipId,
      given.state ?? 'confirmed',
      given.startsAt ?? '2026-09-16T01:50:00Z',
      given.endsAt ?? '2026-09-16T02:30:00Z',
      hangzhou.id,
      aksu.id,
      presenter.id,
      localTeacher.id,
      hangzhou.classes[0].id,
      aksu.classes[0].id,
      hangzhou.classrooms[0].id,
      aksu.classrooms[0].id,
    ],
  );
  return {
    id,
    presenter,
    localTeacher,
    presenting: hangzhou,
    receiving: aksu,
    presentingClassroomId: hangzhou.classrooms[0].id,
    receivingClassroomId: aksu.classrooms[0].id,
  };
}
