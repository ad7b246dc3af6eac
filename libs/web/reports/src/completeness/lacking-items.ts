import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LackingItem } from '@qinglan/contracts';
import { Languages, type PagedList } from '@qinglan/web-platform';
import { Badge, Button, Icon, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { AskWhom } from './ask-whom';
import { Reminders } from './reminders';

/** Programme items of which a number or a day is not known: which, whom to ask, and the reminder. */
@Component({
  selector: 'reports-lacking-items',
  imports: [AskWhom, Badge, Button, Icon, ProblemNotice, RouterLink, TranslocoPipe, Waiting],
  templateUrl: './lacking-items.html',
  styleUrl: './list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LackingItems {
  private readonly languages = inject(Languages);
  protected readonly reminders = inject(Reminders);

  readonly list = input.required<PagedList<LackingItem>>();
  readonly month = input.required<string>();

  protected lacksOf({ lacks }: LackingItem): string {
    return lacks.map((lack) => this.languages.say(`reports.lack.${lack}`)).join(this.languages.say('reports.comma'));
  }
}
