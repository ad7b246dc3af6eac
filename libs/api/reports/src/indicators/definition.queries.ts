import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import { firstIndicators, type Indicator, type IndicatorVersion } from '@qinglan/domain';

const written = statement(
  'report-indicators',
  'SELECT DISTINCT ON (key) key, version, body FROM indicator ORDER BY key, version DESC',
);
const versions = statement(
  'report-indicator-versions',
  `SELECT i.version, i.body, i.saved_at AS "savedAt", p.name AS "savedBy" FROM indicator i
   LEFT JOIN person p ON p.id = i.saved_by WHERE i.key = $1 ORDER BY i.version DESC`,
);

/** A version that somebody wrote. */
export interface WrittenVersion {
  readonly version: number;
  readonly body: Omit<Indicator, 'key'>;
  readonly savedAt: { toString(): string };
  readonly savedBy: string | null;
}

type Newest = Pick<WrittenVersion, 'version' | 'body'> & { readonly key: string };

/** The version of what a new house begins with: it stands in the rules, later ones in the database. */
export const firstVersion = 1;

/** Reads definitions: those of the rules, each replaced by the newest version that somebody wrote, then new ones. */
@Injectable()
export class DefinitionQueries {
  async all(read: Read): Promise<readonly IndicatorVersion[]> {
    const rows = new Map((await read.rows<Newest>(written)).map((row) => [row.key, row]));
    const newest = (key: string) => {
      const row = rows.get(key);
      return row && { ...row.body, key, version: row.version };
    };
    const first = firstIndicators.map((one) => newest(one.key) ?? { ...one, version: firstVersion });
    const known = new Set(first.map(({ key }) => key));
    const added = [...rows.keys()].filter((key) => !known.has(key)).map((key) => newest(key));
    return [...first, ...added.filter((one) => one !== undefined)];
  }

  /** Versions that were written of one, newest first; the one of the rules is not among them. */
  written(read: Read, key: string): Promise<readonly WrittenVersion[]> {
    return read.rows<WrittenVersion>(versions, [key]);
  }
}
