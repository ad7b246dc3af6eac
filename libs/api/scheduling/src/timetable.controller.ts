import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import { type InputOf, readTermWindows, readWeek, readWindows } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ReadWeek } from './read-week';
import { ReadWindows } from './read-windows';

/** Two bells side by side: windows and weeks. */
@Controller()
export class TimetableController {
  constructor(
    private readonly windows: ReadWindows,
    private readonly week: ReadWeek,
  ) {}

  @Door(readWindows)
  onDay(@Acting() actor: Actor, @Input() { query }: InputOf<typeof readWindows>) {
    return this.windows.onDay(actor, query);
  }

  @Door(readTermWindows)
  acrossTerm(@Acting() actor: Actor, @Input() { query }: InputOf<typeof readTermWindows>) {
    return this.windows.acrossTerm(actor, query);
  }

  @Door(readWeek)
  readWeek(@Acting() actor: Actor, @Input() input: InputOf<typeof readWeek>) {
    return this.week.execute(actor, input);
  }
}
