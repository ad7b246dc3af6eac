import { accept, refuse, type Result } from '../kernel';
import { asksForValues, type CountRule, type DerivedRule, type Indicator } from './indicator';

/** Why a number cannot be reckoned from others: the forbidden sums, each with the two that must not meet. */
export type DerivedRefusal =
  | { readonly kind: 'operand-missing'; readonly key: string }
  | { readonly kind: 'operands-number' }
  | { readonly kind: 'circular'; readonly key: string }
  | { readonly kind: 'units-differ'; readonly keys: readonly [string, string] }
  | { readonly kind: 'populations-differ'; readonly keys: readonly [string, string] }
  | { readonly kind: 'rows-overlap'; readonly keys: readonly [string, string] }
  | { readonly kind: 'not-additive'; readonly key: string };

/** An indicator that is reckoned. */
export type DerivedIndicator = Indicator & { readonly rule: DerivedRule };

type Known = ReadonlyMap<string, Indicator>;

/**
 * Every indicator that lies behind some, themselves included, each once however many ways lead to it: of ratios of ratios
 * the ways double with every step.
 */
function behind(from: readonly string[], known: Known): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    const rule = known.get(key)?.rule;
    if (rule?.kind === 'derived') open.push(...rule.from);
  }
  return found;
}

/** Those of them that count rows; an indicator that counts rows itself alone. */
function leavesOf(indicator: Indicator, known: Known): readonly Indicator[] {
  if (indicator.rule.kind === 'count') return [indicator];
  const all = [...behind(indicator.rule.from, known)].map((key) => known.get(key));
  return all.filter((one) => one?.rule.kind === 'count').filter((one) => one !== undefined);
}

/** Two counts of one source share no row only where a field parts them. */
function isParted(one: CountRule, other: CountRule): boolean {
  return one.where.some((filter) =>
    other.where.some((against) => {
      if (filter.field !== against.field) return false;
      if (asksForValues(filter) && asksForValues(against))
        return !filter.is.some((value) => against.is.includes(value));
      return !asksForValues(filter) && !asksForValues(against) && filter.isKnown !== against.isKnown;
    }),
  );
}

function overlap(one: Indicator, other: Indicator): boolean {
  if (one.mayOverlap.includes(other.key) || other.mayOverlap.includes(one.key) || one.key === other.key) return true;
  if (one.rule.kind !== 'count' || other.rule.kind !== 'count' || one.rule.source !== other.rule.source) return false;
  return !isParted(one.rule, other.rule);
}

const pairsOf = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
  list.flatMap((one, at) => list.slice(at + 1).map((other) => [one, other] as const));

/** The same people could be counted under both names, however different the rows. */
const isOncePerPerson = ({ rule, population }: Indicator) =>
  rule.kind === 'count' && rule.measure.of === 'distinct' && population !== null;

/** What keeps two indicators from being added. */
function pairFault([one, other]: readonly [Indicator, Indicator], known: Known): DerivedRefusal | null {
  const keys = [one.key, other.key] as const;
  if (one.unit !== other.unit) return { kind: 'units-differ', keys };
  if (one.population !== other.population) return { kind: 'populations-differ', keys };
  const leaves = leavesOf(one, known).flatMap((a) => leavesOf(other, known).map((b) => [a, b] as const));
  const declared = one.mayOverlap.includes(other.key) || other.mayOverlap.includes(one.key);
  return declared || leaves.some(([a, b]) => overlap(a, b)) ? { kind: 'rows-overlap', keys } : null;
}

function sumFault(operands: readonly Indicator[], known: Known): DerivedRefusal | null {
  const once = operands.flatMap((one) => leavesOf(one, known)).find(isOncePerPerson);
  const ratio = operands.find(({ unit }) => unit === '%' || unit === '比');
  const pair = pairsOf(operands)
    .map((two) => pairFault(two, known))
    .find((fault) => fault !== null);
  if (pair) return pair;
  const key = once?.key ?? ratio?.key;
  return key === undefined ? null : { kind: 'not-additive', key };
}

/** A part is taken from its whole: the same people, in the same unit. */
function differenceFault([whole, part]: readonly Indicator[]): DerivedRefusal | null {
  if (!whole || !part) return { kind: 'operands-number' };
  const keys = [whole.key, part.key] as const;
  if (whole.unit !== part.unit) return { kind: 'units-differ', keys };
  return whole.population === part.population ? null : { kind: 'populations-differ', keys };
}

function operandsFault({ key, rule }: DerivedIndicator, known: Known): DerivedRefusal | null {
  const missing = rule.from.find((one) => one !== key && !known.has(one));
  if (missing !== undefined) return { kind: 'operand-missing', key: missing };
  if (behind(rule.from, known).has(key)) return { kind: 'circular', key };
  const fits = rule.operation === 'sum' ? rule.from.length >= 2 : rule.from.length === 2;
  return fits ? null : { kind: 'operands-number' };
}

/**
 * What may be reckoned from what. People of different populations do not add (14 + 34, 34 + 106, 49 inside 106), nor do
 * counts that may tell of the same rows (a delegation on top of a batch), nor people counted once under each name; a
 * ratio may set any two beside each other.
 */
export function decideDerived(wanted: DerivedIndicator, known: Known): Result<DerivedIndicator, DerivedRefusal> {
  const fault = operandsFault(wanted, known);
  if (fault) return refuse(fault);
  const operands = wanted.rule.from.map((key) => known.get(key)).filter((one) => one !== undefined);
  const { operation } = wanted.rule;
  const sum = operation === 'sum' ? sumFault(operands, known) : null;
  const difference = operation === 'difference' ? differenceFault(operands) : null;
  const refusal = sum ?? difference;
  return refusal ? refuse(refusal) : accept(wanted);
}
