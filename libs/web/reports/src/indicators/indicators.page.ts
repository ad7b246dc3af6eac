import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { listIndicators } from '@qinglan/contracts';
import { inLanguage } from '@qinglan/domain';
import { ApiClient, Languages, remote, SessionStore } from '@qinglan/web-platform';
import { Button, Control, Field, Icon, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Marks } from '../parts/marks';
import { Told } from '../parts/told';
import { Unit } from '../parts/unit';
import { groupsOf } from './groups';

/** Every definition as a page to read and to print: what is counted, in which unit, over what, by whom kept. */
@Component({
  selector: 'reports-indicators-page',
  imports: [
    ...[Button, Control, Field, FormsModule, Icon, Marks, Nothing, Page, ProblemNotice],
    ...[RouterLink, Told, TranslocoPipe, Unit, Waiting],
  ],
  templateUrl: './indicators.page.html',
  styleUrl: './indicators.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IndicatorsPage {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);
  private readonly session = inject(SessionStore);

  protected readonly words = signal('');
  protected readonly definitions = remote(() => this.api.call(listIndicators));
  protected readonly mayEdit = computed(() => this.session.hasRole('administrator'));
  protected readonly groups = computed(() => {
    const language = this.languages.current();
    const wanted = this.words().trim().toLowerCase();
    const all = this.definitions.value()?.items ?? [];
    const found = all.filter(({ key, name, definition }) =>
      `${key} ${inLanguage(name, language)} ${inLanguage(definition, language)}`.toLowerCase().includes(wanted),
    );
    return groupsOf(found, (words) => inLanguage(words, language), this.languages.say('reports.indicators.reckoned'));
  });

  protected print(): void {
    globalThis.print();
  }
}
