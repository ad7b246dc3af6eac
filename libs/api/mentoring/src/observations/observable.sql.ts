/** Lessons that are given, were given, or were at least begun. */
export const heardStates = `('confirmed', 'live', 'ended', 'verified', 'interrupted')`;

/** A lesson row `l` is given by somebody: whoever stands in for a teacher gives it, the one replaced does not. */
export const presents = (person: string): string => `coalesce(l.presenter_actual_id, l.presenter_id) = ${person}`;
/** The same at the receiving end. */
export const accompanies = (person: string): string =>
  `coalesce(l.local_teacher_actual_id, l.local_teacher_id) = ${person}`;

/** The one who is heard in a pairing `p`, by a direction. */
export const heardIn = (direction: string): string =>
  `CASE ${direction} WHEN 'mentor-hears' THEN p.mentee_id ELSE p.mentor_id END`;
/** The one who hears. */
export const hearsIn = (direction: string): string =>
  `CASE ${direction} WHEN 'mentor-hears' THEN p.mentor_id ELSE p.mentee_id END`;
