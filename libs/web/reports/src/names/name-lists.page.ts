import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { listIndicators, listNameLists } from '@qinglan/contracts';
import { inLanguage } from '@qinglan/domain';
import { ApiClient, BeijingDateTime, Languages, paged, remote } from '@qinglan/web-platform';
import { Button, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';

/** Who asked for names, when, behind which number, how many, and what for: the newest first. */
@Component({
  selector: 'reports-name-lists-page',
  imports: [BeijingDateTime, Button, Nothing, Page, ProblemNotice, RouterLink, TranslocoPipe, Waiting],
  templateUrl: './name-lists.page.html',
  styleUrls: ['../parts/table.scss', './name-lists.page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameListsPage {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);

  protected readonly lists = paged((after) => this.api.call(listNameLists, { query: { after, limit: 50 } }));
  /** What numbers are called; until that is known they are told by their keys. */
  private readonly definitions = remote(() => this.api.call(listIndicators));
  private readonly names = computed(() => {
    const language = this.languages.current();
    return new Map(this.definitions.value()?.items.map(({ key, name }) => [key, inLanguage(name, language)]));
  });

  protected nameOf(key: string): string {
    return this.names().get(key) ?? key;
  }
}
