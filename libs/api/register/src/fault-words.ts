import type { SpokenLanguage } from '@qinglan/api-platform';
import type { Fault, What } from './fault';
import { cellFaultWords } from './cell-fault-words';
import { registerFaultWords } from './register-fault-words';
import { sheetFaultWords } from './sheet-fault-words';
import type { Told } from './telling';

const words = { ...cellFaultWords, ...sheetFaultWords, ...registerFaultWords } as Readonly<
  Record<What['kind'], (what: never) => Readonly<Record<SpokenLanguage, Told>>>
>;

/** A fault as the reader sees it. */
export function describeFault({ what, ...place }: Fault, language: SpokenLanguage) {
  return { ...place, ...words[what.kind](what as never)[language] };
}
