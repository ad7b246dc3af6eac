import type { Quoted } from '../stated';
import { factRows } from './facts';
import { numeralsIn } from './render';
import type { FactRow } from './template';

const toldIn = ({ text, untold = [] }: FactRow) => numeralsIn(text).filter((key) => !untold.includes(key));

/** The codes of the statements by whose words a numeral can be stated: those of the facts that name it; of derived facts none. */
export const sayingCodes = (keys: readonly string[], facts: readonly FactRow[] = factRows): readonly string[] =>
  facts.flatMap((fact) => (fact.statement && toldIn(fact).some((key) => keys.includes(key)) ? fact.statement : []));

/** What statements of a year say, by the key of the numeral of which they tell. */
export function sayingsOf(
  statements: readonly Quoted[],
  facts: readonly FactRow[] = factRows,
): ReadonlyMap<string, readonly Quoted[]> {
  const byCode = new Map(statements.map((one) => [one.code, one]));
  const told = facts.flatMap((fact) => {
    const statement = byCode.get(fact.statement ?? '');
    return statement ? toldIn(fact).map((key) => [key, statement] as const) : [];
  });
  const byKey = Map.groupBy(told, ([key]) => key);
  return new Map([...byKey].map(([key, pairs]) => [key, pairs.map(([, statement]) => statement)]));
}
