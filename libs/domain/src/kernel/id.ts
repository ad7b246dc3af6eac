declare const brand: unique symbol;

/** A text that names one thing of one sort; ids of different sorts do not mix. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

/** A person: teacher, coordinator, mentor, mentee, administrator or viewer. */
export type PersonId = Id<'Person'>;
/** A class of pupils, known by its name and its roll alone. */
export type ClassId = Id<'Class'>;
/** A room with remote equipment. */
export type ClassroomId = Id<'Classroom'>;
/** Whatever cannot be in two places at once. */
export type PartyId = PersonId | ClassId | ClassroomId;
/** A school, hospital, delegation, university or headquarters. */
export type OrganisationId = Id<'Organisation'>;
/** An organisation that has bells, classes and terms. */
export type SchoolId = OrganisationId;
/** Two schools that teach together. */
export type PartnershipId = Id<'Partnership'>;
/** An agreement over a term. */
export type SeriesId = Id<'Series'>;
/** One round of asking and answering. */
export type ProposalId = Id<'Proposal'>;
/** One occurrence. */
export type LessonId = Id<'Lesson'>;
/** A party's claim on a slot. */
export type HoldId = Id<'Hold'>;
/** A run of teaching weeks on one side. */
export type TermId = Id<'Term'>;
/** A named set of periods with seasons. */
export type BellScheduleId = Id<'BellSchedule'>;
/** One exception to the ordinary week. */
export type CalendarDayId = Id<'CalendarDay'>;
/** A mentoring group of one subject. */
export type StudioId = Id<'Studio'>;
/** A mentor and a mentee for a span of time. */
export type PairingId = Id<'Pairing'>;
/** One thing a pairing owes: a kind, a number, a period. */
export type ObligationId = Id<'Obligation'>;
/** One thing that happened and pays an obligation. */
export type CreditId = Id<'Credit'>;
/** An agreement to begin from, such as P1. */
export type TemplateId = Id<'AgreementTemplate'>;
/** One heard lesson. */
export type ObservationId = Id<'Observation'>;
/** A meeting of a studio's people. */
export type ActivityId = Id<'Activity'>;
/** One asking of mentees and mentors whom they would like. */
export type MatchingRoundId = Id<'MatchingRound'>;
/** Something counted by hand. */
export type PortfolioItemId = Id<'PortfolioItem'>;
/** A lesson that a mentee gives before a panel. */
export type OpenLessonId = Id<'OpenLesson'>;
/** One asking that a pairing be dissolved. */
export type PetitionId = Id<'Petition'>;
/** One freezing of a year's report, and what it gave. */
export type YearlyIssueId = Id<'YearlyIssue'>;
/** A remark on a section of a year's report. */
export type YearlyCommentId = Id<'YearlyComment'>;
/** A link by which a report is read without an account. */
export type YearlyLinkId = Id<'YearlyLink'>;
/** One thing the programme did or plans: an edition, a delegation, a training class, a placement. */
export type ItemId = Id<'ProgrammeItem'>;
/** One time and place of a programme item. */
export type SittingId = Id<'Sitting'>;
/** Asking for an observation. */
export type ObservationRequestId = Id<'ObservationRequest'>;
/** A certificate of completion as it was printed. */
export type CertificateId = Id<'Certificate'>;
/** One end of the programme: a region with its holidays. */
export type SideId = string;

/** Names a text as an id of the sort the caller expects; the shape was checked where it came in. */
export const asId = <T extends Id<string>>(text: string): T => text as T;
