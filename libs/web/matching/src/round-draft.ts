import type { CallOf, MatchingRoundView, saveMatchingRound } from '@qinglan/contracts';
import { asId, Temporal, usualWeights, type MatchingWeights, type StudioId } from '@qinglan/domain';

/** A round while it is written. */
export interface RoundDraft {
  readonly title: string;
  readonly studioId: string;
  readonly cohort: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly hoursPerMentee: number;
  readonly weights: MatchingWeights;
}

/** What is missing, as keys of words to look up. */
export type RoundFaults = Readonly<
  Partial<Record<keyof RoundDraft, 'needTitle' | 'needTarget' | 'needDay' | 'dayOrder' | 'needHours'>>
>;

const usualDays = 14;

/** What the form begins with: two weeks for wishes, and a pairing of one year after them. */
export function roundDraftOf(round: MatchingRoundView | null, today: string): RoundDraft {
  if (!round) {
    const opens = Temporal.PlainDate.from(today);
    const from = opens.add({ days: usualDays + 7 });
    return {
      ...{ title: '', studioId: '', cohort: '', hoursPerMentee: 2, weights: usualWeights },
      ...{ opensOn: today, closesOn: opens.add({ days: usualDays }).toString() },
      ...{ fromDay: from.toString(), toDay: from.add({ years: 1 }).subtract({ days: 1 }).toString() },
    };
  }
  const { title, studio, cohort, opensOn, closesOn, fromDay, toDay, hoursPerMentee, weights } = round;
  return {
    ...{ title, studioId: studio?.id ?? '', cohort: cohort ?? '', opensOn, closesOn, fromDay },
    ...{ toDay: toDay ?? '', hoursPerMentee, weights },
  };
}

/** It is for a studio or a cohort. */
const targetFault = (studioId: string, cohort: string): RoundFaults =>
  studioId === '' && cohort === '' ? { studioId: 'needTarget' } : {};
const dayFault = (day: string): 'needDay' | null => (day === '' ? 'needDay' : null);
/** An empty last day is none. */
const orderFault = (first: string, last: string): 'dayOrder' | null =>
  last !== '' && last < first ? 'dayOrder' : null;

/** What has to be mended before it can be saved; the server asks the same. */
export function roundFaultsOf(draft: RoundDraft): RoundFaults {
  const { title, studioId, cohort, opensOn, closesOn, fromDay, toDay, hoursPerMentee } = draft;
  const closes = dayFault(closesOn) ?? orderFault(opensOn, closesOn);
  const from = dayFault(fromDay);
  const to = orderFault(fromDay, toDay);
  const areHours = hoursPerMentee > 0 && hoursPerMentee <= 60;
  return {
    ...(title.trim() === '' && { title: 'needTitle' }),
    ...targetFault(studioId, cohort),
    ...(opensOn === '' && { opensOn: 'needDay' }),
    ...(closes && { closesOn: closes }),
    ...(from && { fromDay: from }),
    ...(to && { toDay: to }),
    ...(!areHours && { hoursPerMentee: 'needHours' }),
  };
}

/** What is sent. */
export function bodyOf(draft: RoundDraft): NonNullable<CallOf<typeof saveMatchingRound>['body']> {
  const { title, studioId, cohort, toDay, hoursPerMentee, ...rest } = draft;
  return {
    ...rest,
    title: title.trim(),
    studioId: studioId === '' ? null : asId<StudioId>(studioId),
    cohort: cohort.trim() === '' ? null : cohort.trim(),
    toDay: toDay === '' ? null : toDay,
    hoursPerMentee: Math.round(hoursPerMentee * 10) / 10,
  };
}
