/** A freeze was cancelled while it ran: nothing of it stays. */
export class FreezeCancelled extends Error {}

/** The server stops while a freeze runs: another one, or this one later, takes it up again. */
export class FreezeLeft extends Error {}

/** A freeze cannot come to its end; the reason is told to whoever asked for it. */
export class FreezeFailed extends Error {
  constructor(
    readonly kind: 'figures-moved' | 'report-unchanged',
    readonly detail: string,
  ) {
    super(kind);
  }
}
