import { readSession, type ReplyOf } from '@qinglan/contracts';

type Session = ReplyOf<typeof readSession>['session'];

const key = 'qinglan.session';

/** Who is signed in, as this browser remembers it for an outage. It opens pages; the server still asks for the cookie. */
export const remembered = {
  read(): Session {
    try {
      const parsed = readSession.reply.shape.session.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  },
  write(session: Session): void {
    try {
      if (session) localStorage.setItem(key, JSON.stringify(session));
      else localStorage.removeItem(key);
    } catch {
      // a private window remembers nothing
    }
  },
};
