import { Injectable } from '@nestjs/common';
import {
  allowOrHide,
  Clock,
  constraintOf,
  History,
  Refused,
  statement,
  Transactions,
  type Tx,
} from '@qinglan/api-platform';
import type { InputOf, saveTemplate } from '@qinglan/contracts';
import { type Actor, mayKeepTemplates, type Temporal } from '@qinglan/domain';
import { TemplateQueries } from './template.queries';

type Given = InputOf<typeof saveTemplate>;

const find = statement('mentoring-template-lock', 'SELECT version FROM agreement_template WHERE id = $1 FOR UPDATE');
const add = statement(
  'mentoring-template-add',
  `INSERT INTO agreement_template (id, code, title, months, clauses, obligations, withdrawn_at)
   VALUES ($1, $2, $3, $4, $5, $6::jsonb, CASE WHEN $7::boolean THEN $8::timestamptz END)`,
);
const change = statement(
  'mentoring-template-change',
  `UPDATE agreement_template SET code = $2, title = $3, months = $4, clauses = $5, obligations = $6::jsonb,
     withdrawn_at = CASE WHEN $7::boolean THEN coalesce(withdrawn_at, $8::timestamptz) END, version = version + 1
   WHERE id = $1`,
);

const refusals: Readonly<Record<string, 'code-taken' | 'id-taken'>> = {
  agreement_template_code_once: 'code-taken',
  agreement_template_pk: 'id-taken',
};

function refuseKnown(error: unknown): never {
  const kind = refusals[constraintOf(error)];
  throw kind ? new Refused(kind, { cause: error }) : error;
}

function requireKindsOnce({ obligations }: Given['body']): void {
  const kinds = obligations.map(({ kind }) => kind);
  const twice = kinds.findIndex((kind, at) => kinds.indexOf(kind) !== at);
  if (twice < 0) return;
  const errors = [{ pointer: `#/obligations/${String(twice)}`, detail: 'obligation-twice' }];
  throw new Refused('obligation-twice', { errors });
}

/** Adds a kind of agreement or changes one; version 0 adds. Agreements made from it before stay as they are. */
@Injectable()
export class SaveTemplate {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly templates: TemplateQueries,
    private readonly history: History,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      allowOrHide(mayKeepTemplates(actor));
      requireKindsOnce(given.body);
      await this.save(tx, given, now);
      const { templateId } = given.params;
      const happening = { subjectId: templateId, act: 'template.saved', detail: { after: given.body } };
      await this.history.add(tx, { at: now, actorId: actor.personId }, [happening]);
      return this.templates.one(tx, templateId);
    });
  }

  private async save(tx: Tx, { params, body, version }: Given, now: Temporal.Instant): Promise<void> {
    const known = await tx.row<{ readonly version: number }>(find, [params.templateId]);
    if (!known && version > 0) throw new Refused('not-found');
    if (known && known.version !== version) throw new Refused('stale');
    const { code, title, months, clauses, obligations, withdrawn } = body;
    const values = [params.templateId, code, title, months, clauses, JSON.stringify(obligations), withdrawn];
    await tx.run(known ? change : add, [...values, now.toString()]).catch(refuseKnown);
  }
}
