import { describe, expect, it } from '@jest/globals';
import { aReport } from './made';
import { unitWord } from './page-words';
import { printPage } from './print-page';

const page = printPage(aReport(), 'zh');

describe('a printed page', () => {
  it('says the words with every numeral, and marks those that are reckoned or of the demonstration', () => {
    expect(page).toContain('建立青蓝工作室 <span class="numeral"><bdi>6</bdi></span> 个；');
    expect(page).toContain('<bdi>3.12</bdi></span><sup class="mark">推算 · 示例</sup>');
  });

  it('prints an unknown number as its words, never as 0', () => {
    expect(page).toContain('<td><bdi>多所</bdi></td>');
    expect(page).not.toContain('<bdi>0</bdi>');
  });

  it('says what a number is a number of in the language of the page, and nothing where nobody counted', () => {
    expect(unitWord('批次', 'zh')).toBe('批次');
    expect(unitWord('批次', 'en')).toBe('batches');
    expect(unitWord('比', 'zh')).toBe('比 1');
    expect(page).toContain('<td><bdi>多所</bdi></td><td><bdi></bdi></td>');
  });

  it('bears issue, hash, signers, times of Beijing and page numbers', () => {
    expect(page).toContain('第 2 版 · 统计截至 2015-12-31 · 定稿 2016-01-20 10:05 管理员1');
    expect(page).toContain('阿克苏 同意: 阿克苏市高级中学 管理员2 2016-01-19 11:00');
    expect(page).toContain(`@bottom-left { content: "校验码 SHA-256 ${'ab'.repeat(32)}"`);
    expect(page).toContain('counter(page) " / " counter(pages)');
  });

  it('lists what differs from the issue before, by how much, and why', () => {
    expect(page).toContain(
      '<td><bdi>数字 · 青蓝工作室</bdi></td><td><bdi>5</bdi></td><td><bdi>6</bdi></td><td><bdi>+1</bdi></td>',
    );
    expect(page).toContain('原因：<bdi>一条记录改正</bdi>');
  });

  it('hides small groups and says so', () => {
    expect(page).toContain('<td><bdi>妇产科</bdi></td><td></td><td></td><td>为保护人少的组，不显示</td>');
  });

  it('lets no words become markup', () => {
    expect(page).toContain('概述 &lt;1&gt;');
    expect(page).not.toContain('<1>');
  });

  it('stands from right to left in Uyghur, with numbers in their own direction', () => {
    const uyghur = printPage(aReport(), 'ug');
    expect(uyghur).toContain('<html lang="ug" dir="rtl">');
    expect(uyghur).toContain('<bdi>6</bdi></span> چىڭلەن ستۇدىيىسى قۇرۇلدى');
  });

  it('says of a draft that it is one, and bears no hash', () => {
    const draft = printPage({ ...aReport(), issue: null }, 'zh');
    expect(draft).toContain('<span class="draft">草稿 · 未定稿</span>');
    expect(draft).not.toContain('校验码');
  });
});
