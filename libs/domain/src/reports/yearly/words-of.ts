import { reportLanguages, type YearlyPieces, type YearlySection } from './content';

/** What is said, whatever the numerals in it: those are compared as figures. */
const saidIn = (text: YearlyPieces): string =>
  JSON.stringify(
    reportLanguages.map((language) =>
      text[language].map(({ kind, key, text: said }) => (kind === 'numeral' ? key : said)),
    ),
  );

/** Everything that a section says but its numerals, as one text. */
export const yearlyWordsOf = ({ title, text, figures, facts, charts }: YearlySection): string =>
  JSON.stringify([
    title,
    saidIn(text),
    figures,
    facts.map((fact) => [fact.id, fact.label, saidIn(fact.text), fact.rule, fact.quote]),
    charts.map(({ key, title: name, indicator, by, kind, within }) => [
      ...[key, name, indicator, by, kind],
      ...(within ? [within] : []),
    ]),
  ]);
