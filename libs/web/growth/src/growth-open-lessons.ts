import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GrowthView, OpenLessonView } from '@qinglan/contracts';
import { BeijingDay, Languages } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Dialogs, Icon } from '@qinglan/web-ui';
import { Acting } from './acting';
import { GrowthStore } from './growth.store';
import { OpenLessonDialog } from './open-lesson-dialog';
import { PanelTable } from './panel-table';

/** Open lessons with their panels. */
@Component({
  selector: 'growth-open-lessons',
  imports: [Badge, BeijingDay, Button, Icon, PanelTable, RouterLink, TranslocoPipe],
  templateUrl: './growth-open-lessons.html',
  styleUrl: './section.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GrowthOpenLessons {
  protected readonly acting = inject(Acting);
  private readonly store = inject(GrowthStore);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);

  readonly growth = input.required<GrowthView>();

  protected readonly markedOf = ({ panel }: OpenLessonView) => panel.filter(({ hasMarked }) => hasMarked).length;

  protected async arrange(lesson: OpenLessonView | null): Promise<void> {
    await this.dialogs.open(OpenLessonDialog, { growth: this.growth(), store: this.store, lesson }, 'usual');
  }

  protected async close(lesson: OpenLessonView): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('growth.panel.closeAsk'),
      text: this.languages.say('growth.panel.closeText'),
      act: this.languages.say('growth.panel.close'),
    });
    if (yes) await this.acting.run(() => this.store.closePanel(lesson), 'growth.panel.closeDone');
  }
}
