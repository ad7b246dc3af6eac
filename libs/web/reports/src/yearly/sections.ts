import type { YearlyReportView, YearlySectionView } from '@qinglan/contracts';

/** A section as it is written, and as it is read; one that is hidden is not read. */
export interface DraftSection {
  readonly draft: YearlyReportView['sections'][number];
  readonly shown: YearlySectionView | null;
}

/** The sections of a draft in their order, hidden ones too. */
export function readableSections({ sections, content }: YearlyReportView): readonly DraftSection[] {
  const byCode = new Map(content.sections.map((section) => [section.code, section]));
  return sections.map((draft) => ({ draft, shown: draft.isHidden ? null : (byCode.get(draft.code) ?? null) }));
}
