/** Lessons that are given or were given; what the link missed may have been held by other means. */
export const heardStates = `('confirmed', 'live', 'ended', 'verified', 'interrupted', 'missed')`;

/** A lesson row `l` is given by somebody: whoever stands in for a teacher gives it, the one replaced does not. */
export const presents = (person: string): string => `coalesce(l.presenter_actual_id, l.presenter_id) = ${person}`;
/** The same at the receiving end. */
export const accompanies = (person: string): string =>
  `coalesce(l.local_teacher_actual_id, l.local_teacher_id) = ${person}`;
/** Whoever presents a lesson cannot hear another in it: it would pay both ways. */
export const hearsOthersIn = (person: string): string =>
  `coalesce(l.presenter_actual_id, l.presenter_id) IS DISTINCT FROM ${person}`;

/** What is still being written is nobody's but the observer's: an observation `o` that this reader may know of and that was not discarded. */
export const isKnownTo = (reader: string): string =>
  `(o.discarded_at IS NULL AND (o.state <> 'open' OR o.observer_id = ${reader}))`;

/** The one who is heard in a pairing `p`, by a direction. */
export const heardIn = (direction: string): string =>
  `CASE ${direction} WHEN 'mentor-hears' THEN p.mentee_id ELSE p.mentor_id END`;
/** The one who hears. */
export const hearsIn = (direction: string): string =>
  `CASE ${direction} WHEN 'mentor-hears' THEN p.mentor_id ELSE p.mentee_id END`;
