import type { SpokenLanguage } from '@qinglan/api-platform';
import type { What } from './fault';

/** Why something is a fault, and what to do about it. */
export interface Told {
  readonly reason: string;
  readonly remedy: string;
}

/** The words of every kind of one group of faults; the compiler asks for the missing one. */
export type FaultWords<F extends What> = {
  readonly [K in F['kind']]: (what: Extract<F, { kind: K }>) => Readonly<Record<SpokenLanguage, Told>>;
};

/** Both languages side by side. */
export const tell = (
  zh: readonly [string, string],
  en: readonly [string, string],
): Readonly<Record<SpokenLanguage, Told>> => ({
  zh: { reason: zh[0], remedy: zh[1] },
  en: { reason: en[0], remedy: en[1] },
});
