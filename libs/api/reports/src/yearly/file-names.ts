/** The media type of each kind of file. */
export const fileTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** How a file of an issue is called on the reader's device. */
export const attached = (year: number, issue: number, name: string) =>
  `attachment; filename="qinglan-${String(year)}-${String(issue)}-${name}"; ` +
  `filename*=UTF-8''${encodeURIComponent(`青蓝${String(year)}年度报告第${String(issue)}版`)}-${name}`;

/** How the files begin that a link offers: they name nobody. */
export const sharedFile = 'shared';
