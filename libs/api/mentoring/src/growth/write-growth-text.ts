import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { InputOf, replyToGrowthText, saveGrowthText } from '@qinglan/contracts';
import {
  type Actor,
  type Debtor,
  isItsTerm,
  mayWriteAs,
  replierOf,
  runningPairingStates,
  type Temporal,
  writerOf,
} from '@qinglan/domain';
import { PairingQueries } from '../pairings/pairing.queries';
import { GrowthTextStore, type TextPlace, type Writing } from './growth-text.store';
import { GrowthViewer } from './growth.viewer';

/** Self-assessment, 中期考核 and 学期小结: one of the two writes, the other replies. */
@Injectable()
export class WriteGrowthText {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly texts: GrowthTextStore,
    private readonly viewer: GrowthViewer,
  ) {}

  write(actor: Actor, { params, body, version }: InputOf<typeof saveGrowthText>) {
    return this.in(params, actor, async (tx, at) => {
      await this.open(tx, actor, { place: params, as: writerOf(params.kind) });
      await this.texts.write(tx, params, writing(body.text, version, { at, actor }));
    });
  }

  reply(actor: Actor, { params, body, version }: InputOf<typeof replyToGrowthText>) {
    return this.in(params, actor, async (tx, at) => {
      await this.open(tx, actor, { place: params, as: replierOf(params.kind) });
      await this.texts.reply(tx, params, writing(body.reply, version, { at, actor }));
    });
  }

  private in(place: TextPlace, actor: Actor, act: (tx: Tx, at: Temporal.Instant) => Promise<void>) {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      await act(tx, now);
      return this.viewer.view(tx, place.pairingId, { actor, now });
    });
  }

  private async open(tx: Tx, actor: Actor, { place, as }: { readonly place: TextPlace; readonly as: Debtor }) {
    const pairing = orNotFound(await this.pairings.lock(tx, place.pairingId));
    allowOrHide(mayWriteAs(actor, pairing, as));
    if (!runningPairingStates.has(pairing.state)) throw new Refused('pairing-state');
    if (!isItsTerm(place.kind, place.term)) throw new Refused('text-term');
    const isKnown = place.kind === 'baseline' || (await this.texts.hasTerm(tx, place.pairingId, place.term));
    if (!isKnown) throw new Refused('text-term');
  }
}

const writing = (
  words: string,
  version: number,
  { at, actor }: { readonly at: Temporal.Instant; readonly actor: Actor },
): Writing => ({ words, version, by: { at, actorId: actor.personId } });
