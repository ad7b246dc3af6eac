import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { sidesMissing } from '@qinglan/domain';
import { BeijingDay, Languages, SessionStore } from '@qinglan/web-platform';
import { Badge, Button, type Tone } from '@qinglan/web-ui';
import type { YearLine } from './years.store';

/** One year: its state, what it waits for, and the next step. */
@Component({
  selector: 'reports-year-card',
  imports: [Badge, BeijingDay, Button, RouterLink, TranslocoPipe],
  template: `
    <article class="card">
      <div class="words">
        <h2>
          <a [routerLink]="['/reports', line().year]">{{ 'reports.year' | transloco: { year: line().year } }}</a>
          <ui-badge [tone]="tone()">{{ 'reports.state.' + state() | transloco }}</ui-badge>
        </h2>
        <p>{{ waitsFor() }}</p>
        @if (line().report?.latestIssue; as issue) {
          <p class="soft">
            <a [routerLink]="['/reports', line().year, 'issues', issue.id]">{{
              'reports.issueNumber' | transloco: { n: issue.number }
            }}</a>
            · <bdi>{{ issue.frozenBy }}</bdi> · {{ issue.frozenAt | beijingDay: 'full' }}
          </p>
        }
      </div>
      <a
        [uiButton]="state() === 'issued' ? 'usual' : 'strong'"
        [routerLink]="next().address"
        [fragment]="next().fragment"
        >{{ next().label | transloco }}<span class="visually-hidden"> {{ line().year }}</span></a
      >
    </article>
  `,
  styles: `
    article {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-3) var(--space-6);
    }
    .words {
      flex: 1 1 16rem;
      min-inline-size: 0;
    }
    h2 {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
      margin: 0;
    }
    h2 a {
      display: inline-flex;
      align-items: center;
      min-block-size: var(--touch);
    }
    p {
      margin: var(--space-1) 0 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class YearCard {
  private readonly languages = inject(Languages);
  private readonly session = inject(SessionStore);

  readonly line = input.required<YearLine>();

  protected readonly state = computed(() => this.line().report?.state ?? (this.line().isOver ? 'ready' : 'running'));
  protected readonly tone = computed<Tone>(
    () =>
      ({ running: 'neutral', ready: 'accent', draft: 'accent', freezing: 'warn', issued: 'good' })[
        this.state()
      ] as Tone,
  );

  private readonly sides = computed(() => {
    const missing = sidesMissing(this.line().report?.approvedBy ?? []);
    return missing.map((side) => this.languages.say(`words.side.${side}`)).join(this.languages.say('reports.and'));
  });
  protected readonly waitsFor = computed(() => {
    const { report, isOver } = this.line();
    if (!report) return this.languages.say(isOver ? 'reports.waits.open' : 'reports.waits.running');
    if (report.state === 'freezing') return this.languages.say('reports.waits.freezing');
    if (report.openComments > 0) return this.languages.say('reports.waits.comments', { n: report.openComments });
    if (report.state === 'issued') return this.languages.say('reports.waits.nothing');
    if (this.sides() !== '') return this.languages.say('reports.waits.approval', { sides: this.sides() });
    return this.languages.say('reports.waits.freeze');
  });

  protected readonly next = computed(() => {
    const { year, report } = this.line();
    const draft = ['/reports', year, 'draft'];
    if (!report) {
      const isEditor = this.session.hasRole('administrator') && this.line().isOver;
      return {
        address: ['/reports', year],
        fragment: undefined,
        label: isEditor ? 'reports.do.open' : 'reports.do.look',
      };
    }
    if (report.state === 'issued' && report.latestIssue)
      return {
        address: ['/reports', year, 'issues', report.latestIssue.id],
        fragment: undefined,
        label: 'reports.do.read',
      };
    if (report.openComments > 0) return { address: draft, fragment: 'comments', label: 'reports.do.answer' };
    const fragment = this.sides() === '' ? 'freeze' : 'approvals';
    return { address: draft, fragment, label: this.sides() === '' ? 'reports.do.freeze' : 'reports.do.approve' };
  });
}
