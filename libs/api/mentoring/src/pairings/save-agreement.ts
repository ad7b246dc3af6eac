import { Injectable } from '@nestjs/common';
import { invalid } from '@qinglan/api-directory';
import {
  allowOrHide,
  Clock,
  History,
  orNotFound,
  orRefuse,
  type ProblemExtras,
  Refused,
  Transactions,
} from '@qinglan/api-platform';
import type { InputOf, saveAgreement } from '@qinglan/contracts';
import { type Actor, type AgreementRefusal, decideAgreement, mayWriteAgreement, Temporal } from '@qinglan/domain';
import { AgreementStore } from './agreement.store';
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

/** Writes the agreement of a pairing; what was signed before does not count for the new text. */
@Injectable()
export class SaveAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly agreements: AgreementStore,
    private readonly viewer: PairingViewer,
    private readonly history: History,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof saveAgreement>): Promise<string> {
    const now = this.clock.now();
    const { pairingId } = params;
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, pairingId));
      allowOrHide(mayWriteAgreement(actor, pairing));
      if (pairing.version !== version) throw new Refused('stale');
      const [firstDay, lastDay] = [Temporal.PlainDate.from(body.fromDay), Temporal.PlainDate.from(body.toDay)];
      orRefuse(decideAgreement(pairing.state, { firstDay, lastDay, obligations: body.obligations }), named);
      if (body.templateId && !(await TemplateQueries.exists(tx, body.templateId)))
        throw invalid('#/templateId', 'no such template')();
      await this.agreements.write(tx, pairingId, body);
      const by = { at: now, actorId: actor.personId };
      await this.history.add(tx, by, [{ subjectId: pairingId, act: 'pairing.agreement', detail: { after: body } }]);
      return this.viewer.view(tx, actor, { pairingId, now });
    });
  }
}
