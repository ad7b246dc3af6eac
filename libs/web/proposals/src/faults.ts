import { parseWeeks } from '@qinglan/domain';
import { failureName } from '@qinglan/web-platform';
import type { Problem } from '@qinglan/contracts';
import type { Faults } from './cast';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const fieldOf = (pointer: string): string => {
  const name = pointer.split('/').at(-1) ?? '';
  return name === 'presentingSchoolId' || name === 'receivingSchoolId' ? 'partnerId' : name;
};

/** What a refusal says of single fields, in words: pointers and codes are for programs. */
export function faultsOfProblem(problem: Problem | null, say: Say): Faults {
  if (!problem) return {};
  const kind = failureName(problem);
  if (kind === 'not-partners' || kind === 'partnership-ended') return { partnerId: problem.title };
  const said = (detail: string): string => {
    if (kind === 'party-foreign') return say('fault.foreign');
    return kind === 'weeks-unreadable' ? say('fault.weeks') : detail;
  };
  return Object.fromEntries((problem.errors ?? []).map(({ pointer, detail }) => [fieldOf(pointer), said(detail)]));
}

/** Fields that were left empty when somebody wanted to go on. */
export const faultsOfMissing = (missing: readonly string[], say: Say): Faults =>
  Object.fromEntries(missing.map((field) => [field, say('fault.missing')]));

/** Where a text of weeks cannot be read; said while it is typed. */
export function weeksFault(text: string, say: Say): string | undefined {
  if (text.trim() === '') return undefined;
  const parsed = parseWeeks(text);
  if (parsed.ok) return undefined;
  const { kind, position } = parsed.refusal;
  return say(`fault.weeksAt.${kind}`, { at: position + 1, sign: text.charAt(position) || '…' });
}
