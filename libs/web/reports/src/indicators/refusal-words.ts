import { type Indicator, type IndicatorRefusal, inLanguage } from '@qinglan/domain';
import type { Languages } from '@qinglan/web-platform';

type Known = ReadonlyMap<string, Pick<Indicator, 'name'>>;

/** Why a number cannot be counted so, as a sentence that names the two that must not meet. */
export function refusalWords(refusal: IndicatorRefusal, known: Known, languages: Languages): string {
  const nameOf = (key: string): string => {
    const name = known.get(key)?.name;
    return name ? inLanguage(name, languages.current()) : key;
  };
  const keys = 'keys' in refusal ? refusal.keys : 'key' in refusal ? [refusal.key] : [];
  const [one = '', other = ''] = keys.map(nameOf);
  return languages.say(`reports.refusal.${refusal.kind}`, { one, other });
}
