import type {
  LessonId,
  ObservationDirection,
  ObservationId,
  ObservationMode,
  ObservationState,
  ObservationSubject,
  PairingId,
  Temporal,
} from '@qinglan/domain';

/** What is known of an observation when it is opened. */
export interface HeardLesson {
  readonly onDay: string;
  readonly startsAt: Temporal.Instant | null;
  readonly endsAt: Temporal.Instant | null;
  readonly school: string;
  readonly class: string | null;
  readonly subject: string | null;
  readonly topic: string | null;
}

/** An observation as rules, policies and readers look at it. */
export interface ObservationFacts extends ObservationSubject, HeardLesson {
  readonly observationId: ObservationId;
  readonly pairingId: PairingId;
  readonly direction: ObservationDirection;
  readonly mode: ObservationMode;
  readonly lessonId: LessonId | null;
  readonly state: ObservationState;
  readonly observer: string;
  readonly observed: string;
  readonly reply: string | null;
  readonly submittedAt: Temporal.Instant | null;
  readonly repliedAt: Temporal.Instant | null;
  readonly countersignedAt: Temporal.Instant | null;
  readonly isDiscarded: boolean;
  /** What was sent to open it. */
  readonly asked: string | null;
  readonly version: number;
}
