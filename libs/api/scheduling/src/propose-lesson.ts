import { Injectable } from '@nestjs/common';
import { allowOrHide, type Tx } from '@qinglan/api-platform';
import {
  type Actor,
  decideProposal,
  type LessonId,
  type LessonKind,
  lessonPeriods,
  mayProposeLesson,
  type PlacedLesson,
  type ProposalId,
  type SchoolDay,
  Temporal,
} from '@qinglan/domain';
import { type Cast, castOf, otherSchool, partiesOf, requireOwnParties, subjectOf } from './cast';
import { LessonPlacer, schoolDaysAt, wantedLesson } from './lesson.placer';
import { MakeUps } from './make-ups';
import { answerDue } from './pair';
import { ProposalWriter } from './proposal.writer';

/** A single lesson on its way to the other school. */
export interface LessonToPropose {
  readonly proposalId: ProposalId;
  readonly lessonId: LessonId;
  readonly lesson: Cast & {
    readonly kind: LessonKind;
    readonly subject: string;
    readonly topic: string | null;
    readonly startsAt: string;
    readonly minutes: number | null;
    readonly replacesLessonId?: LessonId | undefined;
  };
  readonly message: string | null;
  readonly asked: string;
  readonly now: Temporal.Instant;
}

/** Where a school rings no bell, a lesson is as long as most are. */
const usualMinutes = 40;

/** The presenting school's lesson length on that day, whether or not it teaches then. */
function lengthOn({ season }: SchoolDay): number {
  const period = season && lessonPeriods(season)[0];
  return period ? period.endsAt - period.startsAt : usualMinutes;
}

/** Lays one lesson before the other school and holds its slot. */
@Injectable()
export class ProposeLesson {
  constructor(
    private readonly placer: LessonPlacer,
    private readonly makeUps: MakeUps,
    private readonly writer: ProposalWriter,
  ) {}

  async execute(tx: Tx, actor: Actor, sent: LessonToPropose): Promise<void> {
    const { lesson, now } = sent;
    allowOrHide(mayProposeLesson(actor, subjectOf(lesson)));
    const parties = await this.placer.lock(tx, partiesOf(lesson));
    // Read after the lock: of two equal requests the second waits here and then sees the first.
    if (await this.writer.isRepeated(tx, actor, sent)) return;
    requireOwnParties(lesson, parties, '#/lesson');
    const partnership = await this.placer.partnership(tx, lesson);
    const { replacesLessonId } = lesson;
    const replaced = await this.makeUps.replaced(tx, actor, { replacesLessonId, partnershipId: partnership.id });
    const startsAt = Temporal.Instant.from(lesson.startsAt);
    const calendars = await this.placer.calendars(tx, lesson, { startsAt, now });
    const days = schoolDaysAt(calendars, startsAt);
    const asked = { startsAt, minutes: lesson.minutes ?? lengthOn(days.presenting), parties: partiesOf(lesson) };
    const wanted = wantedLesson(asked);
    const holds = await this.placer.holdsAround(tx, asked);
    const decided = decideProposal(wanted, { partnership, ...days, holds, now });
    const wish = { subject: lesson.subject, parties };
    if (!decided.ok) throw await this.placer.refused(tx, actor, { ...wish, refusal: decided.refusal });
    const toSchoolId = otherSchool(lesson, actor.schoolId);
    const expiresAt = answerDue(calendars, toSchoolId, now);
    const frame = { partnershipId: partnership.id, toSchoolId, expiresAt, replacesLessonId: replaced };
    await this.write(tx, actor, { sent, frame, placed: decided.value });
  }

  private write(
    tx: Tx,
    actor: Actor,
    given: {
      readonly sent: LessonToPropose;
      readonly frame: Pick<
        Parameters<ProposalWriter['write']>[1],
        'partnershipId' | 'toSchoolId' | 'expiresAt' | 'replacesLessonId'
      >;
      readonly placed: PlacedLesson;
    },
  ): Promise<void> {
    const { sent, frame, placed } = given;
    const { lesson, lessonId } = sent;
    return this.writer.write(tx, {
      ...frame,
      proposalId: sent.proposalId,
      seriesId: null,
      fromSchoolId: actor.schoolId,
      proposedBy: actor.personId,
      proposedAt: sent.now,
      message: sent.message,
      asked: sent.asked,
      kind: lesson.kind,
      subject: lesson.subject,
      topic: lesson.topic,
      cast: castOf(lesson),
      lessons: [{ lessonId, week: null, slot: placed.slot, window: placed.window }],
    });
  }
}
