import { accept, refuse, type LessonId, type PartnershipId, type Result } from '../kernel';
import type { LessonState } from './transitions';

/** A lesson that another one shall make up (补课), and the states of the lessons that were to replace it before. */
export interface LessonToMakeUp {
  readonly lessonId: LessonId;
  readonly partnershipId: PartnershipId;
  readonly state: LessonState;
  readonly replacements: readonly LessonState[];
}

/** Why a lesson is not made up: nothing was lost, other schools lost it, or another lesson makes it up already. */
export type MakeUpRefusal =
  | { readonly kind: 'nothing-to-make-up'; readonly state: LessonState }
  | { readonly kind: 'make-up-elsewhere' }
  | { readonly kind: 'made-up-already' };

const lost: ReadonlySet<LessonState> = new Set(['missed', 'interrupted', 'cancelled']);
const fallen: ReadonlySet<LessonState> = new Set(['draft', 'declined', 'expired', 'withdrawn', 'cancelled']);

/** Does a lesson of this state make up the one it replaces? One that was itself missed does, and is made up in its turn. */
export const isMakingUp = (state: LessonState): boolean => !fallen.has(state);

/** A lesson missed, interrupted or called off that no other lesson makes up. */
export const awaitsMakeUp = ({ state, replacements }: Pick<LessonToMakeUp, 'state' | 'replacements'>): boolean =>
  lost.has(state) && !replacements.some(isMakingUp);

/** A lesson is made up once, by the same partnership; kind, subject and people are free. */
export function decideMakeUp(lesson: LessonToMakeUp, partnershipId: PartnershipId): Result<LessonId, MakeUpRefusal> {
  const { state, replacements } = lesson;
  if (lesson.partnershipId !== partnershipId) return refuse({ kind: 'make-up-elsewhere' });
  if (!lost.has(state)) return refuse({ kind: 'nothing-to-make-up', state });
  return replacements.some(isMakingUp) ? refuse({ kind: 'made-up-already' }) : accept(lesson.lessonId);
}
