import { csvHead, csvLine } from '@qinglan/domain';
import type { ReportTable } from './report-tables';

/** A table as CSV: UTF-8 with its mark, so that Excel and WPS open it right, and never a live formula. */
export const reportCsv = ({ columns, rows }: ReportTable): Buffer =>
  Buffer.from([csvHead(columns.map(({ heading }) => heading)), ...rows.map(csvLine)].join(''), 'utf8');
