import { DestroyRef, effect, inject, Injectable, Injector, signal, untracked } from '@angular/core';
import { serverEvents, type Answer, type ClientEvent, type ServerEvent } from '@qinglan/contracts';
import { Observable } from 'rxjs';
import type { Socket } from 'socket.io-client';
import type * as z from 'zod';
import { SessionStore } from '../access/session-store';
import { offlineProblem, ProblemError } from '../api/problem-error';
import { Languages } from '../language/languages';
import { openSocket, type ConnectionState } from './connection';

const patience = 8000;
type Task = () => unknown;

/** One socket for the signed-in person; it lives as long as the session and finds its way back by itself. */
@Injectable({ providedIn: 'root' })
export class LiveClient {
  private readonly sessions = inject(SessionStore);
  private readonly languages = inject(Languages);
  private readonly standing = signal<ConnectionState>('off');
  private readonly tasks = new Set<Task>();
  private opening: Promise<Socket> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;

  readonly state = this.standing.asReadonly();

  constructor() {
    let person: string | null = null;
    effect(() => {
      const now = this.sessions.session()?.person.id ?? null;
      if (now === person) return;
      person = now;
      untracked(() => void this.followSession(now !== null));
    });
  }

  /** Sends a message and gives the parsed value of its answer; throws a ProblemError. */
  async send<Body extends z.ZodType, Reply extends z.ZodType>(
    event: ClientEvent<Body, Reply>,
    body: z.input<Body>,
  ): Promise<z.output<Reply>> {
    const socket = await this.socket();
    const answer = await this.ask(socket, event.name, body);
    if (!answer.ok) throw new ProblemError(answer.problem);
    return event.reply.parse(answer.value);
  }

  /** Messages of one kind from the server; what does not fit its schema is dropped. */
  on<Body extends z.ZodType>(event: ServerEvent<Body>): Observable<z.output<Body>> {
    return new Observable((observer) => {
      const take = (body: unknown) => {
        const parsed = event.body.safeParse(body);
        if (parsed.success) observer.next(parsed.data);
      };
      const opened = this.socket().then((socket) => socket.on(event.name, take));
      return () => void opened.then((socket) => socket.off(event.name, take));
    });
  }

  /** Handles messages as long as the injection context lives; for features, which do not subscribe. */
  listen<Body extends z.ZodType>(
    event: ServerEvent<Body>,
    handle: (body: z.output<Body>) => void,
    injector = inject(Injector),
  ): void {
    const subscription = this.on(event).subscribe(handle);
    injector.get(DestroyRef).onDestroy(() => subscription.unsubscribe());
  }

  /** Runs the task now if connected, and after each connection: the place to enter a room or to watch again. */
  eachConnection(task: Task, injector = inject(Injector)): void {
    this.tasks.add(task);
    injector.get(DestroyRef).onDestroy(() => this.tasks.delete(task));
    if (untracked(this.standing) === 'online') task();
  }

  private async ask(socket: Socket, name: string, body: unknown): Promise<Answer<unknown>> {
    try {
      return (await socket.timeout(patience).emitWithAck(name, body)) as Answer<unknown>;
    } catch {
      throw new ProblemError(offlineProblem(this.languages.say('problem.offline')));
    }
  }

  private socket(): Promise<Socket> {
    return (this.opening ??= openSocket(() => untracked(this.languages.tag)).then((socket) => this.wire(socket)));
  }

  private async followSession(isSignedIn: boolean): Promise<void> {
    const socket = await this.socket();
    // The handshake carried the former person's cookie.
    socket.disconnect();
    if (!isSignedIn) return this.standing.set('off');
    this.standing.set('connecting');
    socket.connect();
  }

  private wire(socket: Socket): Socket {
    socket.on('connect', () => {
      this.standing.set('online');
      for (const task of this.tasks) task();
    });
    socket.on('disconnect', () => this.wait(socket));
    socket.on('connect_error', () => this.wait(socket));
    socket.on(serverEvents.sessionEnded.name, () => void this.sessions.reload());
    return socket;
  }

  /** After a refusal, or when the server hung up, the library gives up; whether the session still stands decides. */
  private wait(socket: Socket): void {
    if (!untracked(this.sessions.session)) return;
    this.standing.set('reconnecting');
    if (socket.active) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.returnIfSignedIn(socket), 1000);
  }

  private async returnIfSignedIn(socket: Socket): Promise<void> {
    await this.sessions.reload();
    if (untracked(this.sessions.session) && !socket.connected) socket.connect();
  }
}
