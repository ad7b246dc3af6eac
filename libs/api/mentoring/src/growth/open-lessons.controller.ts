import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ClosePanel } from './close-panel';
import { MarkOpenLesson } from './mark-open-lesson';
import { ReadOpenLessons } from './read-open-lessons';
import { SaveOpenLesson } from './save-open-lesson';

/** Open lessons and what their panels say. */
@Controller()
export class OpenLessonsController {
  constructor(
    private readonly reading: ReadOpenLessons,
    private readonly saving: SaveOpenLesson,
    private readonly marking: MarkOpenLesson,
    private readonly closing: ClosePanel,
  ) {}

  @Door(contracts.saveOpenLesson)
  save(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.saveOpenLesson>) {
    return this.saving.execute(actor, input);
  }

  @Door(contracts.readOpenLesson)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.readOpenLesson>) {
    return this.reading.one(actor, params.openLessonId);
  }

  @Door(contracts.listPanels)
  list(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.listPanels>) {
    return this.reading.list(actor, input);
  }

  @Door(contracts.markOpenLesson)
  mark(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.markOpenLesson>) {
    return this.marking.execute(actor, input);
  }

  @Door(contracts.closePanel)
  close(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.closePanel>) {
    return this.closing.execute(actor, input);
  }
}
