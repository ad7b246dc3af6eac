import { describe, expect, it } from '@jest/globals';
import { type ReportFacts, yearlyTemplate } from '../template';
import { type Trilingual, trilingual } from '../words';
import { openedSections, templateWords } from './draft';
import { aDraftSection, anAnswer } from './made';
import { ownWords, sectionText, sectionTextBefore, wordsToEdit } from './section-text';

const words = trilingual('共 {{lessons}} 节课。', '{{lessons}} lessons were agreed.');
const clauses = [{ text: words, needs: ['value:lessons'] }];
const plan = { ...aDraftSection('x').plan, paragraphs: [{ key: 'p', clauses }] };
const facts = (value: number | null): ReportFacts => ({
  year: 2015,
  answers: new Map([['lessons', anAnswer('lessons', value)]]),
  lists: new Map(),
  statements: new Map(),
});
const plain = (text: ReturnType<typeof sectionText>) =>
  Object.values(text).map((pieces) => pieces.map((piece) => piece.text).join(''));
const said = (body: Trilingual, value: number | null) => plain(sectionText({ body, plan }, facts(value)));

describe('what a section says', () => {
  it('is own words in the languages in which somebody wrote them, and the template in the others', () => {
    expect(said(trilingual('课都上了。', ''), 3)).toEqual(['课都上了。', '3 lessons were agreed.', '课都上了。']);
    expect(said(trilingual('', 'All were held.'), 3)).toEqual(['共 3 节课。', 'All were held.', '共 3 节课。']);
  });

  it('is nothing where the template would say that nothing is known', () => {
    expect(said(trilingual('课都上了。', ''), null)).toEqual(['课都上了。', '', '课都上了。']);
  });

  it('is read in Chinese where there is no template', () => {
    const none = { ...plan, paragraphs: [] };
    const body = trilingual('课都上了。', '');
    expect(plain(sectionText({ body, plan: none }, facts(3)))).toEqual(['课都上了。', '课都上了。', '课都上了。']);
  });

  it('was decided by the Chinese alone before', () => {
    const before = (body: Trilingual) => plain(sectionTextBefore({ body, plan }, facts(3)));
    expect(before(trilingual('课都上了。', ''))).toEqual(['课都上了。', '课都上了。', '课都上了。']);
    expect(before(trilingual('', 'All were held.'))).toEqual(['共 3 节课。', '3 lessons were agreed.', '共 3 节课。']);
  });
});

describe('an edit', () => {
  it('begins with own words, or with those of the template, language by language', () => {
    expect(wordsToEdit(trilingual('课都上了。', ''), words)).toEqual(trilingual('课都上了。', words.en));
  });

  it('keeps only the languages that were changed', () => {
    const edited = { ...wordsToEdit(trilingual('', ''), words), zh: '课都上了。' };
    expect(ownWords(edited, words)).toEqual(trilingual('课都上了。', ''));
    expect(ownWords({ ...words, zh: ' ' }, words)).toEqual(trilingual('', ''));
    expect(ownWords(words, words)).toEqual(trilingual('', ''));
  });

  it('leaves every section of the template as it is where nothing was changed', () => {
    openedSections(yearlyTemplate).forEach((section) => {
      const proposed = templateWords(section.plan);
      expect(ownWords(wordsToEdit(section.body, proposed), proposed)).toEqual(section.body);
    });
  });
});
