import type { OpenLessonView } from '@qinglan/contracts';
import {
  type Actor,
  decideMarking,
  type HeldOpenLesson,
  isAllowed,
  mayJudgePairing,
  mayRecordInPairing,
  maySeeMarks,
  type PairingSubject,
  runningPairingStates,
  type PairingState,
  type Temporal,
} from '@qinglan/domain';
import { membersOf, type OpenLessonRow } from './open-lesson.sql';

/** Who looks, and on which Beijing day; without the pairing she is shown what a member of the panel is. */
export interface Onlooker {
  readonly actor: Actor;
  readonly today: Temporal.PlainDate;
  readonly pairing: (PairingSubject & { readonly state: PairingState }) | null;
}

/** A lesson of the timetable is held once it ended; another one when its day has come. */
export function heldOf(row: OpenLessonRow, today: Temporal.PlainDate): HeldOpenLesson {
  const isHeld =
    row.lessonState === null ? row.onDay <= today.toString() : ['ended', 'verified'].includes(row.lessonState);
  return { isHeld, isClosed: row.closedAt !== null };
}

function rightsOf(row: OpenLessonRow, { actor, today, pairing }: Onlooker) {
  const held = heldOf(row, today);
  const isOpen = !held.isClosed && pairing !== null && runningPairingStates.has(pairing.state);
  const mayMark = decideMarking(held).ok && membersOf(row).includes(actor.personId);
  if (!isOpen) return { mayMark, mayChange: false, mayClose: false };
  const mayClose = held.isHeld && isAllowed(mayJudgePairing(actor, pairing));
  return { mayMark, mayChange: isAllowed(mayRecordInPairing(actor, pairing)), mayClose };
}

/** An open lesson for one reader: marks of others stay covered until the panel is closed. */
export function shownOpenLesson(row: OpenLessonRow, onlooker: Onlooker): OpenLessonView {
  const { actor, today, pairing } = onlooker;
  const seesAll = row.closedAt !== null || (pairing !== null && maySeeMarks(actor, pairing));
  const { lessonState: _state, panel, ...shown } = row;
  return {
    ...shown,
    isHeld: heldOf(row, today).isHeld,
    panel: panel.map(({ person, mark, word }) => {
      const sees = seesAll || person.id === actor.personId;
      const covered = sees ? { mark, word } : { mark: null, word: null };
      return { person, hasMarked: mark !== null, ...covered, counts: person.id !== row.mentor.id };
    }),
    ...rightsOf(row, onlooker),
  };
}
