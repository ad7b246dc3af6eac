import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { YearlyContentView } from '@qinglan/contracts';
import type { ChartNumber } from './chart-place';
import { ReportSection } from './report-section';
import { SectionNav } from './section-nav';
import { Told } from './told';

/** A whole report as it is read, with its sections named beside it on wide screens. */
@Component({
  selector: 'reports-content',
  imports: [ReportSection, SectionNav, Told],
  template: `
    <reports-section-nav [sections]="content().sections" />
    <div class="sections">
      @for (section of content().sections; track section.code) {
        <section [id]="section.code" [attr.aria-labelledby]="section.code + '-title'" class="card">
          <h2 [id]="section.code + '-title'">{{ section.title | told }}</h2>
          <reports-section
            [section]="section"
            [figures]="content().figures"
            [year]="year()"
            (opened)="opened.emit($event)"
            (numberOpened)="numberOpened.emit($event)"
          />
        </section>
      }
    </div>
  `,
  styleUrl: './report-content.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportContent {
  readonly content = input.required<YearlyContentView>();
  readonly year = input<number | null>(null);
  readonly opened = output<string>();
  readonly numberOpened = output<ChartNumber>();
}
