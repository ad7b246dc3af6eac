import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import {
  type InputOf,
  listLackingItems,
  listLackingLessons,
  listSchoolCompleteness,
  listSilentPairings,
  readCompleteness,
  readSchoolReminder,
  readYearLack,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ListLacking, ReadCompleteness } from './read-completeness';

/** The monthly board of completeness. */
@Controller()
export class CompletenessController {
  constructor(
    private readonly board: ReadCompleteness,
    private readonly lacking: ListLacking,
  ) {}

  @Door(readCompleteness)
  figures(@Acting() actor: Actor, @Input() { query }: InputOf<typeof readCompleteness>) {
    return this.board.figures(actor, query);
  }

  @Door(readYearLack)
  year(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readYearLack>) {
    return this.board.year(actor, params.year);
  }

  @Door(listSchoolCompleteness)
  schools(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listSchoolCompleteness>) {
    return this.board.schools(actor, query);
  }

  @Door(readSchoolReminder)
  reminder(@Acting() actor: Actor, @Input() { params, query }: InputOf<typeof readSchoolReminder>) {
    return this.board.reminder(actor, { ...query, ...params });
  }

  @Door(listLackingLessons)
  lessons(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listLackingLessons>) {
    return this.lacking.lessons(actor, query);
  }

  @Door(listSilentPairings)
  pairings(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listSilentPairings>) {
    return this.lacking.pairings(actor, query);
  }

  @Door(listLackingItems)
  items(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listLackingItems>) {
    return this.lacking.items(actor, query);
  }
}
