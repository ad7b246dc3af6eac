import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SilentPairing } from '@qinglan/contracts';
import { BeijingDay, type PagedList } from '@qinglan/web-platform';
import { Button, Icon, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { AskWhom } from './ask-whom';
import { Reminders } from './reminders';

/** Pairings that did not meet in the month: the two, the lead of their studio, and the reminder. */
@Component({
  selector: 'reports-silent-pairings',
  imports: [AskWhom, BeijingDay, Button, Icon, ProblemNotice, RouterLink, TranslocoPipe, Waiting],
  templateUrl: './silent-pairings.html',
  styleUrl: './list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SilentPairings {
  protected readonly reminders = inject(Reminders);

  readonly list = input.required<PagedList<SilentPairing>>();
  readonly month = input.required<string>();
}
