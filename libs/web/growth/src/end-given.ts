import type { EndAct, PairingId } from '@qinglan/domain';

/** What a dialog about the end of one or several pairings sends. */
export interface EndChoice {
  readonly reason: string;
  readonly toDay: string;
  readonly atDistance: boolean;
  readonly successorId: string | null;
  readonly result: 'excellent' | 'pass';
  /** One for each pairing that is carried on, the same however often it is sent. */
  readonly newPairingIds: readonly PairingId[];
}

/** What is about to end, and how it is sent. */
export interface EndGiven {
  readonly act: EndAct;
  /** The names of the two, or how many pairings. */
  readonly of: string;
  readonly count: number;
  readonly today: string;
  /** What the new pairing is offered to run to. */
  readonly toDay: string;
  /** The mentor goes home: what is extended goes on at a distance. */
  readonly isLeaving: boolean;
  readonly send: (choice: EndChoice) => Promise<unknown>;
}
