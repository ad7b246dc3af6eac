import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { listCohorts, listPetitions } from '@qinglan/contracts';
import { ApiClient, BeijingDay, paged, remote } from '@qinglan/web-platform';
import { Badge, Button, Icon, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';

/** What waits for those who keep pairings: petitions to answer, and cohorts that leave. */
@Component({
  selector: 'growth-cohorts-page',
  imports: [Badge, BeijingDay, Button, Icon, Nothing, Page, ProblemNotice, RouterLink, TranslocoPipe, Waiting],
  templateUrl: './cohorts.page.html',
  styles: `
    h2 {
      margin: 0 0 var(--space-3);
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
      gap: var(--space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .card {
      display: grid;
      align-content: start;
      justify-items: start;
      gap: var(--space-1);
      overflow-wrap: anywhere;
    }
    .card > a {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--space-1);
      min-block-size: var(--touch);
      font-weight: 600;
    }
    p {
      margin: 0;
    }
    .whole {
      grid-column: 1 / -1;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CohortsPage {
  private readonly api = inject(ApiClient);

  protected readonly cohorts = remote(() => this.api.call(listCohorts));
  protected readonly petitions = paged((after) => this.api.call(listPetitions, { query: { after } }));
}
