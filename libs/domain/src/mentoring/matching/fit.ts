import type { MatchingMentee, MatchingMentor, MatchingWeights } from './problem';

/** What speaks for a pair. */
export interface Fit {
  /** 1 to 3 when the mentee named the mentor, else 0. */
  readonly choice: number;
  /** From 1 when the mentor named the mentee, else 0. */
  readonly place: number;
  readonly sameSubject: boolean;
  /** The speciality that the mentee asks for, or that is the mentee's subject, if the mentor has one. */
  readonly speciality: string | null;
}

/** What was asked for comes before the subject itself. */
const wantedOf = ({ specialities }: MatchingMentor, { needs, subject }: MatchingMentee): string | undefined =>
  specialities.find((speciality) => needs.includes(speciality)) ??
  specialities.find((speciality) => speciality === subject);

/** What speaks for the two, from what both said. */
export function fitOf(mentee: MatchingMentee, mentor: MatchingMentor): Fit {
  return {
    choice: mentee.choices.indexOf(mentor.id) + 1,
    place: mentor.order.indexOf(mentee.id) + 1,
    sameSubject: mentee.subject !== null && mentee.subject === mentor.subject,
    speciality: wantedOf(mentor, mentee) ?? null,
  };
}

/** A pair may be proposed when the craft fits or the mentee named the mentor. */
export const isAcceptable = (fit: Fit): boolean => fit.choice > 0 || fit.sameSubject || fit.speciality !== null;

function choiceWorth(choice: number, weights: MatchingWeights): number {
  if (choice === 1) return weights.firstChoice;
  if (choice === 2) return weights.secondChoice;
  return choice === 3 ? weights.thirdChoice : 0;
}

/** The first of an order gets all points, the last of it one share of them; whole points, so that sums are exact. */
function placeWorth(place: number, named: number, weights: MatchingWeights): number {
  return place === 0 ? 0 : Math.floor((weights.mentorOrder * (named - place + 1)) / named);
}

/** What a pair is worth before the load is taken off, in whole points. */
export function worthOf(fit: Fit, mentor: MatchingMentor, weights: MatchingWeights): number {
  return (
    choiceWorth(fit.choice, weights) +
    placeWorth(fit.place, mentor.order.length, weights) +
    (fit.sameSubject ? weights.subject : 0) +
    (fit.speciality === null ? 0 : weights.speciality)
  );
}
