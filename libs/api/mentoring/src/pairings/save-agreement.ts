import { Injectable } from '@nestjs/common';
import { invalid } from '@qinglan/api-directory';
import {
  allowOrHide,
  Clock,
  orNotFound,
  orRefuse,
  type ProblemExtras,
  Refused,
  Transactions,
} from '@qinglan/api-platform';
import type { InputOf, saveAgreement } from '@qinglan/contracts';
import { type Actor, type AgreementRefusal, decideAgreement, mayWriteAgreement, Temporal } from '@qinglan/domain';
import { AgreementWriter } from './agreement.writer';
import { PairingQueries } from './pairing.queries';
import { PairingViewer } from './pairing.viewer';
import { TemplateQueries } from './template.queries';

function named(refusal: AgreementRefusal): Refused {
  const pointers: Partial<Record<AgreementRefusal['kind'], string>> = {
    'agreement-days': '#/toDay',
    'agreement-empty': '#/obligations',
    'obligation-twice': refusal.kind === 'obligation-twice' ? `#/obligations/${String(refusal.at)}` : '#/obligations',
  };
  const pointer = pointers[refusal.kind];
  const extras: ProblemExtras = pointer ? { errors: [{ pointer, detail: refusal.kind }] } : {};
  return new Refused(refusal.kind, extras);
}

/** Writes the agreement of a pairing; while it runs, as a revision that counts with the third signature. */
@Injectable()
export class SaveAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly writer: AgreementWriter,
    private readonly viewer: PairingViewer,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof saveAgreement>): Promise<string> {
    const now = this.clock.now();
    const { pairingId } = params;
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, pairingId));
      allowOrHide(mayWriteAgreement(actor, pairing));
      if (pairing.version !== version) throw new Refused('stale');
      const [firstDay, lastDay] = [Temporal.PlainDate.from(body.fromDay), Temporal.PlainDate.from(body.toDay)];
      const agreeing = { state: pairing.state, firstDay: Temporal.PlainDate.from(pairing.fromDay) };
      orRefuse(decideAgreement(agreeing, { firstDay, lastDay, obligations: body.obligations }), named);
      if (body.templateId && !(await TemplateQueries.exists(tx, body.templateId)))
        throw invalid('#/templateId', 'no such template')();
      await this.writer.write(tx, pairing, { row: body, by: { at: now, actorId: actor.personId } });
      return this.viewer.view(tx, actor, { pairingId, now });
    });
  }
}
