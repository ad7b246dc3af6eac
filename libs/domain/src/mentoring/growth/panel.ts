import { accept, refuse, type PersonId, type Result } from '../../kernel';

/** A mark is whole, from 0 to this. */
export const highestMark = 100;

/**
 * An open lesson passes with a mean of 60: the line of a pass in Chinese schools (及格), and no higher, since a mark that
 * decides of somebody's end must not depend on how strict one panel is.
 */
export const passMean = 60;

/** One colleague's view is an opinion; two are a panel. */
export const fewestMarks = 2;

/** What one member of the panel says; no mark as long as there is none. */
export interface PanelMark {
  readonly personId: PersonId;
  readonly mark: number | null;
}

/** The two of the pairing whose mentee gives the lesson. */
export interface PanelOf {
  readonly mentorId: PersonId;
  readonly menteeId: PersonId;
}

/** What a panel says together. */
export interface PanelVerdict {
  /** How many marks were counted. */
  readonly counted: number;
  /** Rounded to one decimal. */
  readonly mean: number;
  readonly isPassed: boolean;
}

/** Why a panel cannot sit, or cannot be closed yet. */
export type PanelRefusal =
  | { readonly kind: 'panel-own' }
  | { readonly kind: 'panel-too-small'; readonly have: number; readonly need: number }
  | { readonly kind: 'open-lesson-not-held' }
  | { readonly kind: 'panel-closed' };

/** The mentor may sit on the panel and is heard, but nobody passes on the word of the one who guided. */
const counts = (mark: PanelMark, { mentorId }: PanelOf): boolean => mark.personId !== mentorId;

/** A panel has two or more members besides the mentor, and never the one who gives the lesson. */
export function decidePanel(members: readonly PersonId[], of: PanelOf): Result<readonly PersonId[], PanelRefusal> {
  if (members.includes(of.menteeId)) return refuse({ kind: 'panel-own' });
  const whole = [...new Set(members)];
  const have = whole.filter((member) => member !== of.mentorId).length;
  return have < fewestMarks ? refuse({ kind: 'panel-too-small', have, need: fewestMarks }) : accept(whole);
}

/** What the marks say together; null where fewer than two count. */
export function verdictOf(marks: readonly PanelMark[], of: PanelOf): PanelVerdict | null {
  const counted = marks.filter((one) => counts(one, of)).flatMap(({ mark }) => (mark === null ? [] : [mark]));
  if (counted.length < fewestMarks) return null;
  const exact = counted.reduce((sum, mark) => sum + mark, 0) / counted.length;
  // Whether it passes is asked of the exact mean: 59.96 prints as 60 and is none.
  return { counted: counted.length, mean: Math.round(exact * 10) / 10, isPassed: exact >= passMean };
}

/** How an open lesson stands when somebody wants to mark it or to close its panel. */
export interface HeldOpenLesson {
  readonly isHeld: boolean;
  readonly isClosed: boolean;
}

/** A lesson is marked once it was held and until its panel is closed. */
export function decideMarking({ isHeld, isClosed }: HeldOpenLesson): Result<null, PanelRefusal> {
  if (isClosed) return refuse({ kind: 'panel-closed' });
  return isHeld ? accept(null) : refuse({ kind: 'open-lesson-not-held' });
}

/** A panel is closed once, with two marks or more that count. */
export function decidePanelClosing(
  lesson: HeldOpenLesson,
  marks: readonly PanelMark[],
  of: PanelOf,
): Result<PanelVerdict, PanelRefusal> {
  const open = decideMarking(lesson);
  if (!open.ok) return open;
  const verdict = verdictOf(marks, of);
  const have = marks.filter((one) => counts(one, of) && one.mark !== null).length;
  return verdict ? accept(verdict) : refuse({ kind: 'panel-too-small', have, need: fewestMarks });
}
