import { Injectable } from '@nestjs/common';
import { History, orNotFound, statement, type Tx } from '@qinglan/api-platform';
import type { ActivityId, ActivityKind, ActivityPlace, PersonId, Slot, StudioId, Temporal } from '@qinglan/domain';
import { MentoringNews } from '../pairings/mentoring-news';

/** An activity as it is first written. */
export interface NewActivity extends ActivityPlace {
  readonly activityId: ActivityId;
  readonly studioId: StudioId;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly slot: Slot;
  readonly arrangedById: PersonId;
  readonly asked: string;
  readonly people: readonly { readonly personId: PersonId; readonly isGuest: boolean }[];
}

const add = statement(
  'activity-add',
  `WITH arranged AS (
     INSERT INTO activity (id, studio_id, kind, title, starts_at, ends_at, place, meeting_link, classroom_id, arranged_by,
       asked)
     SELECT * FROM jsonb_to_record($1::jsonb) AS a (id uuid, studio_id uuid, kind text, title text, starts_at timestamptz,
       ends_at timestamptz, place text, meeting_link text, classroom_id uuid, arranged_by uuid, asked text)
     RETURNING id)
   INSERT INTO activity_person (activity_id, person_id, is_guest)
   SELECT arranged.id, p."personId", p."isGuest"
   FROM arranged, jsonb_to_recordset($2::jsonb) AS p ("personId" uuid, "isGuest" boolean)`,
);
const move = statement(
  'activity-move',
  'UPDATE activity SET starts_at = $2, ends_at = $3, reason = $4, version = version + 1 WHERE id = $1',
);
const cancel = statement(
  'activity-cancel',
  `UPDATE activity SET state = 'cancelled', reason = $2, version = version + 1 WHERE id = $1`,
);
const hold = statement(
  'activity-held',
  `WITH there AS (UPDATE activity_person SET was_there = person_id = ANY($2::uuid[]) WHERE activity_id = $1)
   UPDATE activity SET state = 'held', summary = $3, version = version + 1 WHERE id = $1`,
);

const invite = statement(
  'activity-invite',
  `WITH wanted AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS p ("personId" uuid, "isGuest" boolean)),
     gone AS (
       DELETE FROM activity_person WHERE activity_id = $1 AND person_id NOT IN (SELECT "personId" FROM wanted)),
     come AS (
       INSERT INTO activity_person (activity_id, person_id, is_guest) SELECT $1, "personId", "isGuest" FROM wanted
       ON CONFLICT ON CONSTRAINT activity_person_pk DO NOTHING)
   UPDATE activity SET version = version + 1 WHERE id = $1`,
);
const names = statement('activity-names', 'SELECT id, name FROM person WHERE id = ANY($1::uuid[]) ORDER BY name, id');
const correct = statement(
  'activity-correct',
  `WITH before AS (
       SELECT a.summary, array(SELECT p.person_id FROM activity_person p WHERE p.activity_id = a.id AND p.was_there) AS ids
       FROM activity a WHERE a.id = $1),
     there AS (UPDATE activity_person SET was_there = person_id = ANY($2::uuid[]) WHERE activity_id = $1),
     said AS (UPDATE activity SET summary = $3, version = version + 1 WHERE id = $1)
   SELECT summary, ids FROM before`,
);
const people = statement(
  'activity-people',
  'SELECT person_id AS "personId" FROM activity_person WHERE activity_id = $1',
);

/** Who did it and when. */
interface By {
  readonly at: Temporal.Instant;
  readonly actorId: PersonId;
}

/** The only writer of `activity` and of who takes part; what they hold is written by `MeetingHolds`. */
@Injectable()
export class ActivityStore {
  constructor(
    private readonly history: History,
    private readonly news: MentoringNews,
  ) {}

  async add(tx: Tx, given: NewActivity, at: Temporal.Instant): Promise<void> {
    const { activityId, studioId, slot, meetingLink, classroomId, arrangedById, people, ...rest } = given;
    const row = {
      ...{ ...rest, id: activityId, studio_id: studioId, starts_at: slot.startsAt, ends_at: slot.endsAt },
      ...{ meeting_link: meetingLink, classroom_id: classroomId, arranged_by: arrangedById },
    };
    await tx.run(add, [JSON.stringify(row), JSON.stringify(people)]);
    const after = { kind: given.kind, title: given.title, ...slot, people: people.length };
    await this.tell(tx, activityId, { by: { at, actorId: arrangedById }, act: 'arranged', detail: { after } });
  }

  async move(
    tx: Tx,
    activityId: ActivityId,
    moved: { readonly before: Slot; readonly after: Slot; readonly reason: string; readonly by: By },
  ): Promise<void> {
    const { by, ...detail } = moved;
    const { startsAt, endsAt } = moved.after;
    await tx.run(move, [activityId, startsAt.toString(), endsAt.toString(), moved.reason]);
    await this.tell(tx, activityId, { by, act: 'moved', detail });
  }

  async cancel(
    tx: Tx,
    activityId: ActivityId,
    { reason, by }: { readonly reason: string; readonly by: By },
  ): Promise<void> {
    await tx.run(cancel, [activityId, reason]);
    await this.tell(tx, activityId, { by, act: 'cancelled', detail: { reason } });
  }

  async held(
    tx: Tx,
    activityId: ActivityId,
    record: { readonly presentIds: readonly PersonId[]; readonly summary: string; readonly by: By },
  ): Promise<void> {
    const { presentIds, summary, by } = record;
    await tx.run(hold, [activityId, presentIds, summary]);
    await this.tell(tx, activityId, { by, act: 'held', detail: { present: presentIds.length } });
  }

  /** Who comes in and who goes is told to all of them, and stays in the history by name. */
  async invite(
    tx: Tx,
    activityId: ActivityId,
    asked: { readonly before: readonly PersonId[]; readonly people: NewActivity['people']; readonly by: By },
  ): Promise<void> {
    const now = asked.people.map(({ personId }) => personId);
    const [come, gone] = [
      now.filter((id) => !asked.before.includes(id)),
      asked.before.filter((id) => !now.includes(id)),
    ];
    await tx.run(invite, [activityId, JSON.stringify(asked.people)]);
    const named = await tx.rows<{ readonly id: PersonId; readonly name: string }>(names, [[...come, ...gone]]);
    const called = (ids: readonly PersonId[]) => named.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    await this.tell(tx, activityId, {
      by: asked.by,
      act: 'invited',
      detail: { come: called(come), gone: called(gone) },
    });
    await this.news.tell(tx, gone);
  }

  /** Gives who was said to have been there before. */
  async correct(
    tx: Tx,
    activityId: ActivityId,
    record: {
      readonly presentIds: readonly PersonId[];
      readonly summary: string;
      readonly reason: string;
      readonly by: By;
    },
  ): Promise<readonly PersonId[]> {
    const { presentIds, summary, reason, by } = record;
    const found = await tx.row<{ readonly summary: string; readonly ids: readonly PersonId[] }>(correct, [
      ...[activityId, presentIds, summary],
    ]);
    const before = orNotFound(found);
    const detail = {
      before: { summary: before.summary, presentIds: before.ids },
      after: { summary, presentIds },
      reason,
    };
    await this.tell(tx, activityId, { by, act: 'corrected', detail });
    return before.ids;
  }

  private async tell(
    tx: Tx,
    activityId: ActivityId,
    { by, act, detail }: { readonly by: By; readonly act: string; readonly detail: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    await this.history.add(tx, by, [{ subjectId: activityId, act: `activity.${act}`, detail }]);
    const invited = await tx.rows<{ readonly personId: PersonId }>(people, [activityId]);
    await this.news.tell(
      tx,
      invited.map(({ personId }) => personId),
    );
  }
}
