import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Nothing, Page } from '@qinglan/web-ui';

@Component({
  selector: 'app-not-for-you-page',
  imports: [Button, Nothing, Page, RouterLink, TranslocoPipe],
  template: `
    <ui-page [heading]="'page.notForYou' | transloco">
      <ui-nothing icon="lock" [heading]="'page.notForYouHint' | transloco">
        <a uiButton="strong" routerLink="/week">{{ 'page.toWeek' | transloco }}</a>
      </ui-nothing>
    </ui-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotForYouPage {}
