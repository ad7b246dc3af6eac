import type { Actor } from '@qinglan/domain';

/** A session that holds now, and who acts in it. */
export interface LiveSession {
  readonly sessionId: string;
  readonly actor: Actor;
  readonly account: string;
}

/** Tells who is behind a cookie. The identity feature implements it; guards and the socket handshake ask it. */
export abstract class Sessions {
  /** The cookie's name. */
  static readonly cookie = 'qinglan_session';

  /** Null where the token is unknown, ended or expired, or the account is disabled. */
  abstract find(token: string): Promise<LiveSession | null>;
}
