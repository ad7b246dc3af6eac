import type { ItemMade } from '../support';

/** A route, an address of it that has something to show, and who opens it. */
export interface Place {
  readonly path: string;
  readonly as: string;
  readonly at?: (ids: Ids) => string;
}
/** What the addresses of places name. */
export interface Ids {
  readonly draft: string;
  readonly sent: string;
  readonly lesson: string;
  readonly open: string;
  readonly bell: string;
  readonly studio: string;
  readonly activity: string;
  readonly pairing: string;
  readonly writing: string;
  readonly heard: string;
  readonly round: string;
  readonly planned: string;
  readonly openLesson: string;
  readonly item: ItemMade;
  readonly issue: string;
  readonly shared: string;
}

/** People of the demo register who open places, by their number; nobody is signed out. */
export const [teacher, coordinator, administrator, nobody] = ['HZ-YQ-T1', 'AK-SH-CO', 'HQ-ADM', 'nobody'] as const;
export const mentee = 'AK-SH-T1';

/** Every route of the product with who opens it; a new one is added here. */
export const places: readonly Place[] = [
  { path: 'sign-in', as: nobody },
  { path: 'week', as: teacher },
  { path: 'week/:monday', as: coordinator, at: () => 'week/2026-09-21' },
  { path: 'lessons/:lessonId', as: teacher, at: ({ lesson }) => `lessons/${lesson}` },
  { path: 'lessons/:lessonId/room', as: teacher, at: ({ lesson }) => `lessons/${lesson}/room` },
  { path: 'lessons/:lessonId/record', as: teacher, at: ({ lesson }) => `lessons/${lesson}/record` },
  { path: 'series', as: teacher },
  { path: 'series/:seriesId', as: teacher, at: ({ sent }) => `series/${sent}` },
  { path: 'series/:seriesId', as: 'HZ-YQ-CO', at: ({ draft }) => `series/${draft}` },
  { path: 'lesson/new', as: teacher },
  { path: 'proposals', as: coordinator },
  { path: 'proposals/:proposalId', as: coordinator, at: ({ open }) => `proposals/${open}` },
  { path: 'mentoring', as: teacher },
  { path: 'mentoring', as: coordinator },
  { path: 'pairings/:pairingId', as: teacher, at: ({ pairing }) => `pairings/${pairing}` },
  { path: 'pairings/:pairingId/agreement', as: teacher, at: ({ pairing }) => `pairings/${pairing}/agreement` },
  { path: 'pairings/:pairingId/growth', as: teacher, at: ({ pairing }) => `pairings/${pairing}/growth` },
  { path: 'panels', as: teacher },
  { path: 'panels/:openLessonId', as: teacher, at: ({ openLesson }) => `panels/${openLesson}` },
  { path: 'cohorts', as: administrator },
  { path: 'cohorts/:cohort', as: administrator, at: () => 'cohorts/第一期' },
  { path: 'agreement-templates', as: administrator },
  { path: 'observations', as: teacher },
  { path: 'observations', as: mentee },
  { path: 'observations/new', as: teacher },
  { path: 'observations/visit', as: teacher },
  { path: 'observations/ask', as: mentee },
  { path: 'observations/:observationId', as: teacher, at: ({ writing }) => `observations/${writing}` },
  { path: 'observations/:observationId', as: teacher, at: ({ heard }) => `observations/${heard}` },
  { path: 'observations/:observationId', as: mentee, at: ({ heard }) => `observations/${heard}` },
  { path: 'account', as: teacher },
  { path: 'register', as: administrator },
  { path: 'register/accounts', as: administrator },
  { path: 'register/organisations', as: administrator },
  { path: 'register/classrooms', as: administrator },
  { path: 'register/classes', as: coordinator },
  { path: 'register/people', as: administrator },
  { path: 'register/partnerships', as: administrator },
  { path: 'register/bells', as: administrator },
  { path: 'register/bells/new', as: administrator },
  { path: 'register/bells/:bellScheduleId', as: administrator, at: ({ bell }) => `register/bells/${bell}` },
  { path: 'register/terms', as: administrator },
  { path: 'register/calendar', as: administrator },
  { path: 'register/import', as: administrator },
  { path: 'matching', as: administrator },
  { path: 'matching/:roundId', as: administrator, at: ({ round }) => `matching/${round}` },
  { path: 'matching/:roundId', as: administrator, at: ({ planned }) => `matching/${planned}` },
  { path: 'matching', as: mentee },
  { path: 'matching/:roundId', as: mentee, at: ({ round }) => `matching/${round}` },
  { path: 'matching/:roundId', as: teacher, at: ({ round }) => `matching/${round}` },
  { path: 'tracking', as: administrator },
  { path: 'studios', as: teacher },
  { path: 'studios/:studioId', as: 'M01', at: ({ studio }) => `studios/${studio}` },
  { path: 'studios/:studioId/activities/new', as: 'M01', at: ({ studio }) => `studios/${studio}/activities/new` },
  { path: 'activities/:activityId', as: 'M01', at: ({ activity }) => `activities/${activity}` },
  { path: 'programme', as: teacher },
  { path: 'programme', as: administrator },
  { path: 'programme/new', as: administrator },
  { path: 'programme/:itemId', as: administrator, at: ({ item }) => `programme/${item.itemId}` },
  { path: 'programme/:itemId/edit', as: administrator, at: ({ item }) => `programme/${item.itemId}/edit` },
  { path: 'programme/:itemId/attendance', as: coordinator, at: ({ item }) => `programme/${item.itemId}/attendance` },
  {
    path: 'programme/:itemId/certificates',
    as: coordinator,
    at: ({ item }) => `programme/${item.itemId}/certificates`,
  },
  {
    path: 'programme/:itemId/sittings/new',
    as: administrator,
    at: ({ item }) => `programme/${item.itemId}/sittings/new`,
  },
  {
    path: 'programme/certificates/:certificateId',
    as: administrator,
    at: ({ item }) => `programme/certificates/${item.certificateId}`,
  },
  { path: 'verify', as: nobody },
  { path: ':code', as: nobody, at: ({ item }) => `verify/${item.certificateCode}` },
  { path: 'reports', as: administrator },
  { path: 'reports/completeness', as: administrator, at: () => 'reports/completeness?month=2026-09' },
  { path: 'reports/completeness', as: coordinator },
  { path: 'reports/:year', as: administrator, at: () => 'reports/2014' },
  { path: 'reports/:year', as: administrator, at: () => 'reports/2015' },
  { path: 'reports/:year/draft', as: administrator, at: () => 'reports/2015/draft' },
  { path: 'reports/:year/history', as: administrator, at: () => 'reports/2015/history' },
  { path: 'name-lists', as: administrator },
  { path: 'honours', as: administrator },
  { path: 'honours', as: coordinator, at: () => 'honours?year=2026' },
  { path: 'indicators', as: administrator },
  { path: 'indicators/new', as: administrator },
  { path: 'indicators/:key', as: administrator, at: () => 'indicators/mentees?year=2015&by=studio' },
  { path: 'indicators/:key', as: administrator, at: () => 'indicators/mentees-per-mentor?year=2015' },
  { path: 'indicators/:key', as: administrator, at: () => 'indicators/mentors?year=2015&view=rows' },
  { path: 'indicators/:key/edit', as: administrator, at: () => 'indicators/studios/edit' },
  { path: 'statements', as: administrator, at: () => 'statements?year=2015' },
  { path: 'reports/:year/issues/:issueId', as: administrator, at: ({ issue }) => `reports/2016/issues/${issue}` },
  { path: 'shared-report', as: nobody },
  { path: 'shared-report', as: nobody, at: ({ shared }) => `shared-report#${shared}` },
  { path: 'not-for-you', as: teacher },
  { path: '**', as: teacher, at: () => 'no/such/page' },
];
