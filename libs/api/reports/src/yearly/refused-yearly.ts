import { Refused } from '@qinglan/api-platform';
import type {
  ArrangementRefusal,
  FreezeRefusal,
  LinkRefusal,
  OpeningRefusal,
  RemovalRefusal,
  YearlyEditRefusal,
  YearlyOrderRefusal,
} from '@qinglan/domain';

type YearlyRefusal =
  | ArrangementRefusal
  | RemovalRefusal
  | FreezeRefusal
  | LinkRefusal
  | YearlyEditRefusal
  | YearlyOrderRefusal
  | OpeningRefusal;

/** What a refusal names besides its kind: sections, sides, keys. */
function detailOf(refusal: YearlyRefusal): string | null {
  if (refusal.kind === 'comments-open') return refusal.sections.join(', ');
  if (refusal.kind === 'approval-missing') return refusal.sides.join(', ');
  return refusal.kind === 'numeral-unknown' ? refusal.keys.join(', ') : null;
}

/** A refusal of the rules of the yearly report as the problem of the same name. */
export function refusedYearly(refusal: YearlyRefusal): Refused {
  const detail = detailOf(refusal);
  return new Refused(refusal.kind, detail === null ? {} : { detail });
}
