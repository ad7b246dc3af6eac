import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Icon, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { EntryHistory } from '../entries/entry-history';
import { EntryWords } from '../entries/entry-words';
import { RegisterContext } from '../register-context';
import { BellSeason } from './bell-season';
import { BellWords } from './bell-words';

/** Every bell schedule with its seasons side by side, and who rings by it. */
@Component({
  selector: 'register-bells-page',
  imports: [BellSeason, Button, EntryHistory, Icon, Nothing, Page, ProblemNotice, RouterLink, TranslocoPipe, Waiting],
  providers: [BellWords, EntryWords],
  templateUrl: './bells.page.html',
  styleUrl: './bells.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BellsPage {
  protected readonly register = inject(RegisterContext);
}
