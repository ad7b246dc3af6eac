import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import {
  arrangeActivity,
  cancelActivity,
  type InputOf,
  listMyActivities,
  listStudioActivities,
  moveActivity,
  readActivity,
  readActivityHistory,
  recordActivity,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ArrangeActivity } from './arrange-activity';
import { CancelActivity } from './cancel-activity';
import { MoveActivity } from './move-activity';
import { ReadActivities } from './read-activities';
import { RecordActivity } from './record-activity';

/** Meetings of studios. */
@Controller()
export class ActivitiesController {
  constructor(
    private readonly activities: ReadActivities,
    private readonly arranging: ArrangeActivity,
    private readonly moving: MoveActivity,
    private readonly cancelling: CancelActivity,
    private readonly recording: RecordActivity,
  ) {}

  @Door(listMyActivities)
  mine(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listMyActivities>) {
    return this.activities.mine(actor, query);
  }

  @Door(listStudioActivities)
  ofStudio(@Acting() actor: Actor, @Input() input: InputOf<typeof listStudioActivities>) {
    return this.activities.ofStudio(actor, input);
  }

  @Door(readActivity)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readActivity>) {
    return this.activities.one(actor, params.activityId);
  }

  @Door(readActivityHistory)
  history(@Acting() actor: Actor, @Input() asked: InputOf<typeof readActivityHistory>) {
    return this.activities.history(actor, asked);
  }

  @Door(arrangeActivity)
  arrange(@Acting() actor: Actor, @Input() input: InputOf<typeof arrangeActivity>) {
    return this.arranging.execute(actor, input);
  }

  @Door(moveActivity)
  move(@Acting() actor: Actor, @Input() input: InputOf<typeof moveActivity>) {
    return this.moving.execute(actor, input);
  }

  @Door(cancelActivity)
  cancel(@Acting() actor: Actor, @Input() input: InputOf<typeof cancelActivity>) {
    return this.cancelling.execute(actor, input);
  }

  @Door(recordActivity)
  record(@Acting() actor: Actor, @Input() input: InputOf<typeof recordActivity>) {
    return this.recording.execute(actor, input);
  }
}
