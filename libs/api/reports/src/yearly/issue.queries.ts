import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { SharedReportView, YearlyIssueView, YearlyProgressView } from '@qinglan/contracts';
import type { YearlyDocument, YearlyIssueId } from '@qinglan/domain';
import { sharedFile } from './file-names';
import { frozenRowsFrom, issueLineJson, progressJson, rowsDigest } from './issue.sql';

const issued = 'i.id = $1 AND i.issued_at IS NOT NULL';

const files = `(SELECT coalesce(json_agg(json_build_object('name', f.name, 'kind', f.kind, 'language', f.language,
    'bytes', octet_length(f.content), 'sha256', f.sha256, 'failure', f.failure,
    'madeLaterAt', f.made_later_at) ORDER BY f.position), '[]')
  FROM yearly_file f WHERE f.issue_id = i.id AND f.name NOT LIKE '${sharedFile}.%')`;
// What a link offers, where it could be made.
const shared = statement(
  'yearly-issue-shared-files',
  `SELECT f.name, f.kind, f.language, octet_length(f.content) AS bytes FROM yearly_file f
   WHERE f.issue_id = $1 AND f.name LIKE '${sharedFile}.%' AND f.content IS NOT NULL ORDER BY f.position`,
);

const printing = `(SELECT json_build_object('askedAt', g.asked_at, 'endedAt', g.ended_at, 'failure', g.failure)
  FROM yearly_printing g WHERE g.issue_id = i.id)`;

const issue = statement(
  'yearly-issue',
  `SELECT ${issueLineJson} AS line, i.canonical::json -> 'content' AS content, i.canonical::json -> 'signers' AS signers,
     i.canonical::json -> 'changes' AS changes, ${files} AS files, ${printing} AS printing,
     (SELECT max(number) FROM yearly_issue l WHERE l.year = i.year AND l.issued_at IS NOT NULL) AS latest
   FROM yearly_issue i WHERE ${issued}`,
);
const text = statement(
  'yearly-issue-text',
  `SELECT i.canonical, i.hash, i.year, i.number FROM yearly_issue i WHERE ${issued}`,
);
const any = statement('yearly-issue-any', 'SELECT canonical, hash FROM yearly_issue WHERE id = $1');
const file = statement(
  'yearly-issue-file',
  `SELECT f.kind, f.content, f.failure, f.sha256, i.year, i.number FROM yearly_issue i
   JOIN yearly_file f ON f.issue_id = i.id WHERE ${issued} AND f.name = $2`,
);
const progress = statement(
  'yearly-progress',
  `SELECT ${progressJson} AS progress FROM yearly_freeze f JOIN person fp ON fp.id = f.asked_by WHERE f.id = $1`,
);
const digests = statement(
  'yearly-issue-digests',
  `SELECT b.key, count(*)::integer AS count, ${rowsDigest} AS sha256
   FROM ${frozenRowsFrom('b.issue_id = $1')} GROUP BY b.key`,
);
const fileHashes = statement(
  'yearly-file-hashes',
  `SELECT name, sha256 = encode(sha256(content), 'hex') AS "isSound" FROM yearly_file WHERE issue_id = $1 ORDER BY position`,
);
const has = statement('yearly-issue-is-there', `SELECT 1 FROM yearly_issue i WHERE ${issued}`);

/** An issue as it is shown, before it is said what the reader may do with it. */
export type IssueShown = Omit<YearlyIssueView, 'may'>;

/** The stored text of an issue. */
export interface IssueText {
  readonly canonical: string;
  readonly hash: string;
  readonly year: number;
  readonly number: number;
}

/** A stored file; without content it says why. */
export interface IssueFile {
  readonly kind: 'pdf' | 'xlsx' | 'csv';
  readonly content: Buffer | null;
  readonly failure: string | null;
  readonly sha256: string | null;
  readonly year: number;
  readonly number: number;
}

type SharedFile = NonNullable<SharedReportView['issue']>['files'][number];

interface IssueRow {
  readonly line: YearlyIssueView;
  readonly content: YearlyIssueView['content'];
  readonly signers: YearlyIssueView['signers'];
  readonly changes: YearlyIssueView['changesList'];
  readonly files: YearlyIssueView['files'];
  readonly printing: YearlyIssueView['printing'];
  readonly latest: number;
}

/** Reads of issues: everything comes from what was stored. */
@Injectable()
export class IssueQueries {
  async shown(read: Read, id: YearlyIssueId): Promise<IssueShown> {
    const { line, changes, ...shown } = orNotFound(await read.row<IssueRow>(issue, [id]));
    return { ...line, ...shown, changesList: changes };
  }

  async text(read: Read, id: YearlyIssueId): Promise<IssueText> {
    return orNotFound(await read.row<IssueText>(text, [id]));
  }

  /** The document of an issue, issued or not yet, with its hash; null where there is none. */
  async stored(read: Read, id: YearlyIssueId): Promise<{ document: YearlyDocument; hash: string } | null> {
    const found = await read.row<Pick<IssueText, 'canonical' | 'hash'>>(any, [id]);
    return found && { document: JSON.parse(found.canonical) as YearlyDocument, hash: found.hash };
  }

  async document(read: Read, id: YearlyIssueId): Promise<YearlyDocument> {
    return orNotFound(await this.stored(read, id)).document;
  }

  async file(read: Read, id: YearlyIssueId, name: string): Promise<IssueFile> {
    return orNotFound(await read.row<IssueFile>(file, [id, name]));
  }

  /** The files that a link to an issue offers: those that name nobody. */
  shared(read: Read, id: YearlyIssueId): Promise<readonly SharedFile[]> {
    return read.rows<SharedFile>(shared, [id]);
  }

  async progress(read: Read, id: YearlyIssueId): Promise<YearlyProgressView> {
    return orNotFound(await read.row<{ readonly progress: YearlyProgressView }>(progress, [id])).progress;
  }

  /** The digest of the stored rows of each numeral, reckoned now. */
  digests(
    read: Read,
    id: YearlyIssueId,
  ): Promise<readonly { readonly key: string; readonly count: number; readonly sha256: string }[]> {
    return read.rows(digests, [id]);
  }

  /** Whether the stored bytes of each file are those of its hash, reckoned now; null of one that could not be made. */
  async fileHashes(read: Read, id: YearlyIssueId): Promise<ReadonlyMap<string, boolean | null>> {
    const rows = await read.rows<{ readonly name: string; readonly isSound: boolean | null }>(fileHashes, [id]);
    return new Map(rows.map(({ name, isSound }) => [name, isSound]));
  }

  async mustBeThere(read: Read, id: YearlyIssueId): Promise<void> {
    orNotFound(await read.row(has, [id]));
  }
}
