import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LackingLesson } from '@qinglan/contracts';
import { BeijingDay, type PagedList } from '@qinglan/web-platform';
import { Badge, Button, Icon, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { AskWhom } from './ask-whom';
import { Reminders } from './reminders';

/** Lessons without a signature or a make-up: which school owes, whom to ask, and the reminder. */
@Component({
  selector: 'reports-lacking-lessons',
  imports: [AskWhom, Badge, BeijingDay, Button, Icon, ProblemNotice, RouterLink, TranslocoPipe, Waiting],
  templateUrl: './lacking-lessons.html',
  styleUrl: './list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LackingLessons {
  protected readonly reminders = inject(Reminders);

  readonly list = input.required<PagedList<LackingLesson>>();
  readonly month = input.required<string>();
}
