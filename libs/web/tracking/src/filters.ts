import { type ReplyOf, listPairingsToActOn, type readTrackingChoices, trackingFilters } from '@qinglan/contracts';
import type { TrackingFilters } from '@qinglan/contracts';

/** What can be chosen in the filters. */
export type Choices = ReplyOf<typeof readTrackingChoices>;

/** The words of the address that narrow the board, and which filter each stands for. */
export const filterWords = {
  studio: 'studioId',
  school: 'schoolId',
  cohort: 'cohort',
  term: 'termCode',
} as const satisfies Record<string, keyof TrackingFilters>;

/** One word of the address. */
export type FilterWord = keyof typeof filterWords;

/** What the address asks for. */
export type AddressWords = Readonly<Partial<Record<FilterWord | 'reason' | 'state', string>>>;

/** Which pairings the list shows: those with a reason, or all in a state. */
export type ListFilters = Pick<ReturnType<typeof readListFilters>, 'reason' | 'state'>;

const { reason, state } = listPairingsToActOn.query.shape;

/** The filters that an address names; what it names wrongly is as if it were not there. */
export function readFilters(address: AddressWords): TrackingFilters {
  const { studio, school, cohort, term } = address;
  const read = (shape: keyof TrackingFilters, value: string | undefined) =>
    trackingFilters.shape[shape].safeParse(value || undefined).data;
  return Object.fromEntries(
    Object.entries({
      studioId: read('studioId', studio),
      schoolId: read('schoolId', school),
      cohort: read('cohort', cohort),
      termCode: read('termCode', term),
    }).filter(([, value]) => value !== undefined),
  );
}

/** The reason or the state that an address names. */
export const readListFilters = (address: AddressWords) => ({
  reason: reason.safeParse(address.reason || undefined).data,
  state: state.safeParse(address.state || undefined).data,
});

/** Few rows at a time: on a phone each is a card, and the charts stand below the list. */
export const casesAtATime = 10;

/** What the list is asked for, from where it goes on. */
export const casesQuery = (filters: TrackingFilters, list: ListFilters, after: string | undefined) => ({
  ...filters,
  ...list,
  limit: casesAtATime,
  after,
});
