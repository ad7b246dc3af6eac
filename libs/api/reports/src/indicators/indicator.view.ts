import type { IndicatorView } from '@qinglan/contracts';
import { breakdownsOf, type IndicatorVersion, isCounting, isDerived, sourceNamed } from '@qinglan/domain';

/** A definition as it is shown, with what its rows can be grouped by. */
export function indicatorShown(indicator: IndicatorVersion): IndicatorView {
  const source = isCounting(indicator) ? sourceNamed(indicator.rule.source) : null;
  // A copy: what is shown is not the list of the rules themselves.
  const plain = structuredClone(indicator) as Omit<IndicatorView, 'isDerived' | 'breakdowns'>;
  return { ...plain, isDerived: isDerived(indicator), breakdowns: source ? [...breakdownsOf(source)] : [] };
}
