import type { YearlyReportView } from '@qinglan/contracts';
import { inLanguage } from '@qinglan/domain';
import type { Languages } from '@qinglan/web-platform';

type Hindrance = YearlyReportView['hindrances'][number];

/** What keeps a report from being frozen, as a sentence that names sections, sides or numerals. */
export function hindranceWords({ kind, subjects }: Hindrance, report: YearlyReportView, languages: Languages): string {
  const named = subjects.map((subject) => nameOf(kind, subject, { report, languages }));
  return languages.say(`reports.hindrance.${kind}`, { what: named.join(languages.say('reports.comma')) });
}

interface Known {
  readonly report: YearlyReportView;
  readonly languages: Languages;
}

function nameOf(kind: Hindrance['kind'], subject: string, { report, languages }: Known): string {
  if (kind === 'approval-missing') return languages.say(`words.side.${subject}`);
  const language = languages.current();
  // What moved is a numeral by its key, or the words of a section.
  const code = kind === 'comments-open' ? subject : subject.replace(/^section:/, '');
  const section = report.sections.find((one) => one.code === code);
  const figure = report.content.figures.find(({ key }) => key === subject);
  const words = kind === 'comments-open' || code !== subject ? section?.title : figure?.name;
  return words ? inLanguage(words, language) : subject;
}
