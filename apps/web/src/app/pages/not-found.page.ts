import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Nothing, Page } from '@qinglan/web-ui';

@Component({
  selector: 'app-not-found-page',
  imports: [Button, Nothing, Page, RouterLink, TranslocoPipe],
  template: `
    <ui-page [heading]="'page.notFound' | transloco">
      <ui-nothing icon="search" [heading]="'page.notFoundHint' | transloco">
        <a uiButton="strong" routerLink="/week">{{ 'page.toWeek' | transloco }}</a>
      </ui-nothing>
    </ui-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {}
