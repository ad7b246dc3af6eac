import type { listTemplates, ReplyOf } from '@qinglan/contracts';
import { isNumber } from './obligation-draft';
import type { Terms } from './obligation-words';

type Template = ReplyOf<typeof listTemplates>['items'][number];

/** A template while it is written. */
export interface TemplateDraft {
  readonly code: string;
  readonly title: string;
  readonly months: number;
  readonly clauses: string;
  readonly obligations: readonly Terms[];
  readonly withdrawn: boolean;
}

/** What is missing, as keys of words to look up. */
export interface TemplateFaults {
  readonly code?: 'needCode';
  readonly title?: 'needTitle';
  readonly months?: 'needMonths';
  readonly obligations?: 'empty' | 'number99';
}

const empty: TemplateDraft = { code: '', title: '', months: 12, clauses: '', obligations: [], withdrawn: false };
const codePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
const mostMonths = 36;

/** What the form begins with. */
export function templateDraftOf(template: Template | null): TemplateDraft {
  if (!template) return empty;
  const { code, title, months, clauses, obligations, withdrawn } = template;
  return { code, title, months, clauses, obligations, withdrawn };
}

/** What has to be mended before it can be saved; the server asks the same. */
export function templateFaultsOf({ code, title, months, obligations }: TemplateDraft): TemplateFaults {
  const areMonths = Number.isInteger(months) && months >= 1 && months <= mostMonths;
  return {
    ...(!codePattern.test(code.trim()) && { code: 'needCode' }),
    ...(title.trim() === '' && { title: 'needTitle' }),
    ...(!areMonths && { months: 'needMonths' }),
    ...(obligations.length === 0 && { obligations: 'empty' }),
    ...(!obligations.every(({ number }) => isNumber(number)) && { obligations: 'number99' }),
  };
}
