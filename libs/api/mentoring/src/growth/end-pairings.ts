import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { endPairings, InputOf } from '@qinglan/contracts';
import { type Actor, type EndWish, maySeePairing, type PairingId, Temporal } from '@qinglan/domain';
import { PairingQueries } from '../pairings/pairing.queries';
import type { Reader } from './growth.viewer';
import { type DecidedEnd, PairingEnder } from './pairing-ender';

type Body = InputOf<typeof endPairings>['body'];
type Named = Body['pairings'][number] & { readonly newPairingId?: PairingId };
/** A pairing of the request, and its place in it. */
type Placed = readonly [at: number, named: Named];

const wishOf = (body: Body): EndWish =>
  body.act === 'extend' ? { ...body, toDay: Temporal.PlainDate.from(body.toDay) } : body;

/** Which of them is refused, and why, by the name of the problem. */
const refusedAt = (refused: readonly (readonly [number, Refused])[]): Refused =>
  new Refused('some-refused', {
    errors: refused.map(([at, { kind }]) => ({ pointer: `#/pairings/${String(at)}`, detail: kind })),
  });

/** In the order of their ids, as everybody locks several; each is named once. */
function inOrder(named: readonly Named[]): readonly Placed[] {
  const twice = named.findIndex((one, at) => named.findIndex(({ pairingId }) => pairingId === one.pairingId) !== at);
  if (twice >= 0)
    throw new Refused('invalid-input', { errors: [{ pointer: `#/pairings/${String(twice)}`, detail: 'named twice' }] });
  const placed = named.map((one, at): Placed => [at, one]);
  return placed.toSorted(([, a], [, b]) => (a.pairingId < b.pairingId ? -1 : 1));
}

/** Dissolves or extends several pairings, as when a cohort leaves: all of them or none. */
@Injectable()
export class EndPairings {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly ender: PairingEnder,
  ) {}

  execute(actor: Actor, { body }: InputOf<typeof endPairings>): Promise<{ readonly ended: number }> {
    const reader = { actor, now: this.clock.now() };
    return this.transactions.write(async (tx) => {
      const placed = inOrder(body.pairings);
      const decided = await this.decideAll(tx, placed, { wish: wishOf(body), reader });
      await this.writeAll(tx, decided, reader);
      return { ended: decided.length };
    });
  }

  private async decideAll(tx: Tx, placed: readonly Placed[], asked: { wish: EndWish; reader: Reader }) {
    const decided: (readonly [number, DecidedEnd])[] = [];
    const refused: (readonly [number, Refused])[] = [];
    for (const [at, named] of placed) {
      await this.decideOne(tx, named, asked).then(
        (one) => decided.push([at, one]),
        (error: unknown) => {
          if (!(error instanceof Refused) || error.extras.cause !== undefined) throw error;
          refused.push([at, error]);
        },
      );
    }
    if (refused.length > 0) throw refusedAt(refused.toSorted(([a], [b]) => a - b));
    return decided;
  }

  private async decideOne(tx: Tx, named: Named, asked: { wish: EndWish; reader: Reader }): Promise<DecidedEnd> {
    const pairing = orNotFound(await this.pairings.lock(tx, named.pairingId));
    allowOrHide(maySeePairing(asked.reader.actor, pairing));
    const end = await this.ender.decide(tx, pairing, asked);
    if (pairing.version !== named.version) throw new Refused('stale');
    return { pairing, end, newPairingId: named.newPairingId ?? null };
  }

  /** A constraint may still refuse one, and then the transaction is over: it is named alone. */
  private async writeAll(tx: Tx, decided: readonly (readonly [number, DecidedEnd])[], { actor, now }: Reader) {
    for (const [at, one] of decided) {
      await this.ender.write(tx, one, { at: now, actorId: actor.personId }).catch((error: unknown) => {
        throw error instanceof Refused ? refusedAt([[at, error]]) : error;
      });
    }
  }
}
