import { readSharedTexts, readStyles, readWorkbook, showsOfFormat } from './workbook-parts';
import { attribute, walkXml } from './xml';

describe('the parts of a workbook', () => {
  it('knows by the number format whether a number is shown as a day, a month, a time or a number', () => {
    const cases: readonly (readonly [string, ReturnType<typeof showsOfFormat>])[] = [
      ['General', null],
      ['0.00_);[Red](0.00)', null],
      ['@', null],
      ['yyyy-mm-dd', 'day'],
      ['yyyy"年"m"月"d"日";@', 'day'],
      ['[$-804]yyyy"年"m"月"', 'month'],
      ['mmm-yy', 'month'],
      ['m"月"d"日"', 'month-day'],
      ['h:mm', 'time'],
      ['[h]:mm', 'time'],
      ['上午/下午h"时"mm"分"', 'time'],
      ['h:mm AM/PM', 'time'],
      ['#,##0"年"', null],
    ];
    for (const [format, shows] of cases) expect([format, showsOfFormat(format)]).toEqual([format, shows]);
  });

  it('reads styles by their index, with the Chinese formats that have no text', () => {
    const xml = `<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="176"/></cellXfs></styleSheet>`;
    expect(readStyles(xml)).toEqual([null, 'day', 'month', 'month']);
  });

  it('joins runs of a text and leaves out how it is pronounced', () => {
    const xml = `<sst><si><t>杭州</t></si><si><r><t>远程</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 课</t></r></si>
      <si><t>源清</t><rPh sb="0" eb="2"><t>ゲン</t></rPh><phoneticPr fontId="1"/></si><si/><si><t>a&amp;b&#26032;_x000A_<![CDATA[<c>]]></t></si></sst>`;
    expect(readSharedTexts(xml)).toEqual(['杭州', '远程 课', '源清', '', 'a&b新\n<c>']);
  });

  it('finds worksheets by relative and by absolute targets, with prefixed names too', () => {
    const workbook = `<x:workbook><x:workbookPr date1904="1"/><x:sheets><x:sheet name="单位" r:id="rId7"/><x:sheet name="A&amp;B" r:id='rId8'/></x:sheets></x:workbook>`;
    const relations = `<Relationships><Relationship Id="rId7" Target="/xl/worksheets/sheet1.xml"/><Relationship Target="worksheets/sheet2.xml" Id="rId8"/></Relationships>`;
    expect(readWorkbook(workbook, relations)).toEqual({
      countsFrom1904: true,
      sheets: [
        { name: '单位', part: 'xl/worksheets/sheet1.xml' },
        { name: 'A&B', part: 'xl/worksheets/sheet2.xml' },
      ],
    });
  });
});

describe('walking through XML', () => {
  const told = (xml: string) => {
    const words: string[] = [];
    const isWhole = walkXml(xml, {
      open: (name, attributes) => words.push(`<${name}${attributes}`),
      close: (name) => words.push(`>${name}`),
      text: (text) => words.push(text),
    });
    return { words, isWhole };
  };

  it('passes over declarations and comments, and is not ended by a > in an attribute', () => {
    expect(told('<?xml version="1.0"?><!-- a > b --><a b=">"><c/></a>')).toEqual({
      words: ['<a b=">"', '<c', '>c', '>a'],
      isWhole: true,
    });
  });

  it('says so where the text is cut short, and takes no time over endless quotation marks', () => {
    expect(told('<a><b').isWhole).toBe(false);
    const began = performance.now();
    expect(told(`<a b="${'>'.repeat(500_000)}`).isWhole).toBe(false);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('does not believe entities that a document defines itself', () => {
    expect(told('<!DOCTYPE a [<!ENTITY lol "lol">]><a>&lol;&#x110000;&lt;</a>').words.join('')).toContain(
      '&lol;\ufffd<',
    );
  });

  it('reads attributes in either quotation marks', () => {
    expect(attribute(` r='A1' t="s" xr:id="x"`, 'r')).toBe('A1');
    expect(attribute(` r='A1' t="s" xr:id="x"`, 'id')).toBe('x');
    expect(attribute(` rt="x"`, 't')).toBeNull();
  });
});
