import { Injectable } from '@nestjs/common';
import { historyPage } from '@qinglan/api-directory';
import { allowOrHide, extendJson, orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { InputOf, readPairingHistory } from '@qinglan/contracts';
import {
  type Actor,
  beijingDayOf,
  isAgreementOpen,
  isAgreementWritable,
  isAllowed,
  mayKeepPairing,
  mayRecordInPairing,
  maySeePairing,
  mayWriteAgreement,
  type PairingId,
  partIn,
  type SigningParty,
  signingPartyOf,
  type Temporal,
} from '@qinglan/domain';
import { isOpenPairing } from '../standing.sql';
import { pairingCardFields, pairingCardJoins, sharesJson } from './pairing-card.sql';
import type { PairingFacts } from './pairing.queries';
import { PairingQueries } from './pairing.queries';

const obligations = `(SELECT coalesce(json_agg(json_build_object('id', ob.id, 'owedBy', ob.owed_by, 'kind', ob.kind,
    'number', ob.number, 'per', ob.per) ORDER BY ob.owed_by DESC, ob.kind), '[]')
  FROM obligation ob WHERE ob.pairing_id = f.id)`;
const signaturesOf = (
  text: string,
): string => `(SELECT coalesce(json_agg(json_build_object('party', sg.party, 'person', sp.name,
    'signedAt', sg.signed_at) ORDER BY array_position(ARRAY['mentor', 'mentee', 'school'], sg.party)), '[]')
  FROM agreement_signature sg JOIN person sp ON sp.id = sg.person_id WHERE ${text})`;
const template = `CASE WHEN te.id IS NOT NULL THEN json_build_object('id', te.id, 'code', te.code, 'title', te.title) END`;

const revision = `(SELECT json_build_object('template', ${template}, 'fromDay', r.from_day, 'toDay', r.to_day,
    'clauses', r.clauses, 'obligations', r.obligations, 'signatures', ${signaturesOf('sg.revision_id = r.id')},
    'writtenBy', wp.name, 'writtenAt', r.written_at)
  FROM agreement_revision r JOIN person wp ON wp.id = r.written_by LEFT JOIN agreement_template te ON te.id = r.template_id
  WHERE r.pairing_id = f.id AND r.state = 'draft' AND ${isOpenPairing('f')})`;

// The last one alone: the pairing ended before it had three names.
const lapsed = `(SELECT json_build_object('writtenBy', wp.name, 'writtenAt', r.written_at, 'lapsedAt', r.settled_at)
  FROM agreement_revision r JOIN person wp ON wp.id = r.written_by
  WHERE r.pairing_id = f.id AND r.state = 'lapsed' ORDER BY r.settled_at DESC LIMIT 1)`;

const view = statement(
  'mentoring-pairing-view',
  `SELECT json_build_object(${pairingCardFields({ today: '$2', now: '$3::timestamptz' })})::jsonb
     || json_build_object('words', f.agreement, 'clauses', f.clauses, 'obligations', ${obligations},
     'template', ${template}, 'allShares', ${sharesJson('true')}, 'revision', ${revision}, 'lapsedRevision', ${lapsed},
     'signatures', ${signaturesOf('sg.pairing_id = f.id AND sg.revision_id IS NULL')},
     'mentorConsentedAt', f.mentor_consented_at, 'menteeConsentedAt', f.mentee_consented_at,
     'mentorShares', f.mentor_shares, 'menteeShares', f.mentee_shares, 'reason', f.reason, 'endedOn', f.ended_on,
     'continuesId', f.continues_id,
     'continuedById', (SELECT c.id FROM pairing c WHERE c.continues_id = f.id AND c.state <> 'lapsed' ORDER BY c.id LIMIT 1)
   )::jsonb AS view
   FROM pairing f ${pairingCardJoins} LEFT JOIN agreement_template te ON te.id = f.template_id WHERE f.id = $1`,
);

interface Signable {
  readonly obligations: readonly unknown[];
  readonly signatures: readonly { readonly party: SigningParty }[];
}

/** As much of the view as is looked at to say what its reader may do. */
interface Shown extends Signable {
  readonly revision: Signable | null;
}

function mayConsent(actor: Actor, pairing: PairingFacts): boolean {
  const part = partIn(actor, pairing);
  if (part === null || pairing.state !== 'consenting') return false;
  return !(part === 'mentor' ? pairing.mentorConsented : pairing.menteeConsented);
}

function maySignFor(actor: Actor, pairing: PairingFacts, shown: Shown): SigningParty | null {
  const { state } = pairing;
  const party = signingPartyOf(actor, pairing);
  const { obligations, signatures } = shown.revision ?? shown;
  const isSignable = shown.revision ? isAgreementWritable(state) : isAgreementOpen(state);
  const isAsked = isSignable && obligations.length > 0 && !signatures.some((one) => one.party === party);
  return isAsked ? party : null;
}

/** Shows a pairing with what its reader may do; asks whether the reader may see it. */
@Injectable()
export class PairingViewer {
  constructor(private readonly pairings: PairingQueries) {}

  /** The pairing, where the actor may see it. */
  async seen(read: Read, actor: Actor, pairingId: PairingId): Promise<PairingFacts> {
    const pairing = orNotFound(await this.pairings.facts(read, pairingId));
    allowOrHide(maySeePairing(actor, pairing));
    return pairing;
  }

  async view(read: Read, actor: Actor, asked: { readonly pairingId: PairingId; readonly now: Temporal.Instant }) {
    const { pairingId, now } = asked;
    const pairing = await this.seen(read, actor, pairingId);
    const values = [pairingId, beijingDayOf(now).toString(), now.toString()];
    const { view: shown } = orNotFound(await read.row<{ readonly view: Shown }>(view, values));
    return extendJson(JSON.stringify(shown), {
      part: partIn(actor, pairing),
      mayConsent: mayConsent(actor, pairing),
      mayWriteAgreement: isAgreementWritable(pairing.state) && isAllowed(mayWriteAgreement(actor, pairing)),
      maySignFor: maySignFor(actor, pairing, shown),
      mayKeep: isAllowed(mayKeepPairing(actor, pairing)),
      mayRecord: isAllowed(mayRecordInPairing(actor, pairing)),
    });
  }

  async history(read: Read, actor: Actor, { params, query }: InputOf<typeof readPairingHistory>): Promise<string> {
    await this.seen(read, actor, params.pairingId);
    return historyPage(read, { subjectId: params.pairingId, ...query });
  }
}
