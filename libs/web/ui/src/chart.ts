import { NgTemplateOutlet } from '@angular/common';
import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  signal,
  TemplateRef,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DrawnChart } from './chart-engine';
import { Icon } from './icon';
import { type ChartFigures, type ChartForm, type ChartSeries, partColour } from './chart-option';

/** Roughly a line of names and its bars. */
const rem = { line: 1.75, bar: 1, standing: 15, edges: 3 };

/** A figure of the table: what it says, of which run, and of which category. */
export interface ChartCell {
  readonly $implicit: number | string;
  readonly series: number;
  readonly at: number;
}

/**
 * Bars, a line or a ring with the sentence that says what they show and a table of the same figures. The drawing is fetched when first
 * needed; where it cannot be drawn the table is open.
 */
@Component({
  selector: 'ui-chart',
  imports: [Icon, NgTemplateOutlet, TranslocoPipe],
  templateUrl: './chart.html',
  styleUrl: './chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Chart {
  /** What it is, in a few words. */
  readonly label = input.required<string>();
  /** What it shows, as a sentence; or as content, where parts of it can be pressed. */
  readonly says = input('');
  /** How a figure of the table is shown, where it is more than a text. */
  readonly cell = input<TemplateRef<ChartCell> | null>(null);
  readonly categories = input.required<readonly string[]>();
  readonly series = input.required<readonly ChartSeries[]>();
  /** Heads the column of categories in the table. */
  readonly of = input.required<string>();
  readonly form = input<ChartForm>('bars');
  readonly lie = input(false);
  readonly histogram = input(false);

  private readonly place = viewChild<ElementRef<HTMLElement>>('place');
  private drawn: Promise<DrawnChart> | null = null;
  private readonly follow = new ResizeObserver(() => void this.drawn?.then((chart) => chart.resize()));
  protected readonly bars = computed(() => this.series().filter(({ onlyInTable }) => !onlyInTable));
  /** The drawing could not be fetched, or the device cannot draw it. */
  protected readonly isPlain = signal(false);
  protected readonly height = computed(() => {
    if (this.form() === 'ring') return rem.standing;
    const bars = this.form() === 'bars' ? Math.max(1, this.bars().length) : 1;
    return this.lie() ? rem.edges + this.categories().length * Math.max(rem.line, bars * rem.bar + 0.5) : rem.standing;
  });

  constructor() {
    afterRenderEffect(() => {
      const place = this.place()?.nativeElement;
      const figures = this.figures();
      if (place) this.draw(place, figures).catch(() => this.isPlain.set(true));
    });
    inject(DestroyRef).onDestroy(() => {
      this.follow.disconnect();
      this.drawn?.then((chart) => chart.end()).catch(() => undefined);
    });
  }

  /** Parts of a bar have colours of their own. */
  protected colourOf(at: number): string | null {
    return this.form() === 'stack' ? partColour(at) : null;
  }

  private figures(): ChartFigures {
    return {
      form: this.form(),
      categories: this.categories(),
      series: this.bars(),
      lie: this.lie(),
      histogram: this.histogram(),
      rightToLeft: document.documentElement.dir === 'rtl',
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    };
  }

  private async draw(place: HTMLElement, figures: ChartFigures): Promise<void> {
    this.drawn ??= import('./chart-engine').then(({ beginChart }) => {
      this.follow.observe(place);
      return beginChart(place);
    });
    const chart = await this.drawn;
    chart.resize();
    chart.show(figures);
  }
}
