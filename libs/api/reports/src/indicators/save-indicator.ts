import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  allowOrHide,
  Clock,
  History,
  orRefuse,
  Refused,
  statement,
  Transactions,
  type Tx,
} from '@qinglan/api-platform';
import type { IndicatorView, InputOf, saveIndicator } from '@qinglan/contracts';
import {
  type Actor,
  decideIndicator,
  type Indicator,
  type IndicatorRefusal,
  type IndicatorVersion,
  mayDefineIndicators,
} from '@qinglan/domain';
import { DefinitionQueries } from './definition.queries';
import { indicatorShown } from './indicator.view';

const lock = statement('report-indicators-lock', 'SELECT pg_advisory_xact_lock(714015)');
const add = statement(
  'report-indicator-add',
  'INSERT INTO indicator (key, version, body, saved_at, saved_by) VALUES ($1, $2, $3, $4, $5)',
);

/** A refusal of the rules as the problem of the same name, with what it is about. */
export const refusedIndicator = (refusal: IndicatorRefusal): Refused => {
  const kind = refusal.kind === 'source-unknown' ? 'field-unknown' : refusal.kind;
  const { kind: _kind, ...detail } = refusal;
  return new Refused(kind, { detail: Object.values(detail).flat().join(', ') });
};

/** What a definition's history stands under: an id of its key. */
export const subjectOf = (key: string): string => {
  const hex = createHash('sha1').update(`indicator ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

/** Adds a definition, or a new version of one: the old versions stay. Others that are reckoned from it must still hold. */
@Injectable()
export class SaveIndicator {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly definitions: DefinitionQueries,
    private readonly history: History,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof saveIndicator>): Promise<IndicatorView> {
    const wanted: Indicator = { ...body, key: params.key };
    return this.transactions.write(async (tx) => {
      allowOrHide(mayDefineIndicators(actor));
      await tx.rows(lock);
      const known = new Map((await this.definitions.all(tx)).map((one) => [one.key, one]));
      const before = known.get(params.key);
      const repeated = before && isRepeated(before, wanted, version);
      if (repeated) return indicatorShown(before);
      if ((before?.version ?? 0) !== version) throw new Refused(before ? 'stale' : 'not-found');
      decideAll(wanted, known);
      return indicatorShown(await this.add(tx, actor, { ...wanted, version: version + 1 }));
    });
  }

  private async add(tx: Tx, actor: Actor, made: IndicatorVersion): Promise<IndicatorVersion> {
    const { key, version, ...body } = made;
    const by = { at: this.clock.now(), actorId: actor.personId };
    await tx.run(add, [key, version, JSON.stringify(body), by.at.toString(), by.actorId]);
    await this.history.add(tx, by, [{ subjectId: subjectOf(key), act: 'indicator.saved', detail: { key, version } }]);
    return made;
  }
}

/** The same wish sent twice happens once. */
function isRepeated({ version: now, ...before }: IndicatorVersion, wanted: Indicator, version: number): boolean {
  return now === version + 1 && isSame(sorted(before), sorted(wanted));
}

/** Fields in one order, whatever order they came in. */
function sorted(value: unknown): object {
  const arranged = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(arranged);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(
      Object.entries(one)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, inner]) => [name, arranged(inner)]),
    );
  };
  return { value: arranged(value) };
}

/** The definition itself, and every sum that it is part of, must hold. */
function decideAll(wanted: Indicator, known: ReadonlyMap<string, Indicator>): void {
  orRefuse(decideIndicator(wanted, known), refusedIndicator);
  const after = new Map([...known, [wanted.key, wanted]]);
  for (const one of after.values())
    if (one.rule.kind === 'derived') orRefuse(decideIndicator(one, after), refusedIndicator);
}
