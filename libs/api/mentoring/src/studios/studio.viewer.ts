import { Injectable } from '@nestjs/common';
import { extendJson, type Read } from '@qinglan/api-platform';
import {
  type Actor,
  isAllowed,
  mayArrangeActivity,
  mayKeepStudio,
  type StudioId,
  type Temporal,
} from '@qinglan/domain';
import { StudioQueries } from './studio.queries';

/** Shows a studio with what its reader may do. */
@Injectable()
export class StudioViewer {
  constructor(private readonly studios: StudioQueries) {}

  async view(
    read: Read,
    actor: Actor,
    asked: { readonly studioId: StudioId; readonly now: Temporal.Instant },
  ): Promise<string> {
    const studio = await this.studios.shown(read, asked.studioId, asked.now);
    return extendJson(studio.view, {
      mayKeep: isAllowed(mayKeepStudio(actor, studio)),
      mayArrange: isAllowed(mayArrangeActivity(actor, studio)),
      mayDiagnose: studio.leadId === actor.personId || studio.mentorIds.includes(actor.personId),
    });
  }
}
