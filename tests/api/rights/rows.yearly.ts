import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { administrators, everybody, row, stale, type Expected, type Row } from './row';
import type { World } from './world';

const readers: Expected = { ...everybody('403'), administrator: 'ok', viewer: 'ok', coordinator: 'ok', nobody: '401' };
const overseers: Expected = { ...everybody('403'), administrator: 'ok', viewer: 'ok', nobody: '401' };
const speakers: Expected = { ...everybody('403'), administrator: 'ok', coordinator: 'ok', nobody: '401' };

const words = { zh: '标题', en: '', ug: '' };
const ofYear = ({ report }: World, more: Readonly<Record<string, string>> = {}) => ({
  params: { year: String(report.year), ...more },
});
const ofIssue = ({ report }: World, more: Readonly<Record<string, string>> = {}) => ({
  params: { issueId: report.issueId, ...more },
});
const ofComment = (world: World) => ofYear(world, { commentId: world.report.commentId });

const { version: fontVersion } = createRequire(import.meta.url)('@fontsource-variable/noto-sans-sc/package.json') as {
  version: string;
};

/** Who gets through the doors of the yearly report; its sides are asked in its own tests. */
export const yearlyRows: Readonly<Record<string, Row>> = {
  listYearlyReports: row(readers),
  openYearlyReport: row(administrators, (world) => ofYear(world)),
  readYearlyReport: row(readers, (world) => ofYear(world)),
  readYearlyHistory: row(readers, (world) => ofYear(world)),
  editYearlySection: row(administrators, (world) => ({
    ...ofYear(world, { section: world.report.section }),
    body: { title: words, body: words, isHidden: false },
    ...stale,
  })),
  addYearlySection: row(administrators, (world) => ({
    ...ofYear(world, { section: 'text-1' }),
    body: { title: words, body: words },
  })),
  orderYearlySections: row(administrators, (world) => ({
    ...ofYear(world),
    body: { sections: [world.report.section] },
    ...stale,
  })),
  arrangeYearlySection: row(administrators, (world) => ({
    ...ofYear(world, { section: 'overview' }),
    ...stale,
    body: { figures: [], charts: [], moved: [] },
  })),
  removeYearlySection: row(administrators, (world) => ({ ...ofYear(world, { section: 'overview' }), ...stale })),
  commentOnYearlyReport: row(speakers, (world) => ({
    ...ofYear(world, { commentId: randomUUID() }),
    body: { section: world.report.section, text: '请核对' },
  })),
  // Somebody else made the remark.
  resolveYearlyComment: row(administrators, (world) => ({ ...ofComment(world), body: { answer: null } })),
  approveYearlyReport: row(administrators, (world) => ({ ...ofYear(world), ...stale })),
  withdrawYearlyApproval: row(administrators, (world) => ofYear(world)),
  freezeYearlyReport: row(administrators, (world) => ({
    ...ofYear(world, { issueId: randomUUID() }),
    body: { reason: null },
    ...stale,
  })),
  readYearlyProgress: row(readers, (world) => ofIssue(world)),
  cancelYearlyFreeze: row(administrators, (world) => ofIssue(world)),

  readYearlyIssue: row(readers, (world) => ofIssue(world)),
  checkYearlyIssue: row(readers, (world) => ofIssue(world)),
  printYearlyFiles: row(administrators, (world) => ofIssue(world)),
  downloadYearlyText: row(readers, (world) => ofIssue(world)),
  downloadYearlyFile: row(readers, (world) => ofIssue(world, { name: 'figures.csv' })),
  listYearlyIssueRows: row(overseers, (world) => ofIssue(world, { key: 'studios' })),
  downloadYearlyIssueRows: row(overseers, (world) => ofIssue(world, { key: 'studios' })),
  listYearlyIssueThings: row(overseers, (world) => ofIssue(world, { key: 'studios' })),
  listYearlyIssueThingRows: row(overseers, (world) => ofIssue(world, { key: 'studios', place: '1' })),
  printYearlyIssue: row(readers, (world) => ofIssue(world)),
  printYearlyDraft: row(readers, (world) => ofYear(world)),
  downloadPrintFont: row(readers, () => ({ params: { font: `noto-sans-sc-${fontVersion}`, name: 'index.css' } })),

  listYearlyLinks: row(administrators, (world) => ofYear(world)),
  makeYearlyLink: row(administrators, (world) => ({
    ...ofYear(world, { linkId: randomUUID() }),
    body: { issueId: null, label: '领导', lastDay: '2026-12-31' },
  })),
  revokeYearlyLink: row(administrators, (world) => ({ params: { linkId: world.report.linkId } })),
  openSharedReport: row(everybody('ok'), (world) => ({ body: { token: world.report.token } })),
  downloadSharedFile: row(everybody('ok'), (world) => ({
    params: { name: 'shared.xlsx' },
    body: { token: world.report.token },
  })),
};
