import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { chartOption, type ChartFigures } from './chart-option';
import { ringOption } from './ring-option';

use([BarChart, LineChart, PieChart, GridComponent, SVGRenderer]);

/** A chart in its place. */
export interface DrawnChart {
  show(figures: ChartFigures): void;
  resize(): void;
  end(): void;
}

/** Begins a chart in an element that has a size; the file is fetched by who first needs it. */
export function beginChart(place: HTMLElement): DrawnChart {
  const chart = init(place, null, { renderer: 'svg' });
  return {
    show: (figures) =>
      chart.setOption(figures.form === 'ring' ? ringOption(figures) : chartOption(figures), { notMerge: true }),
    resize: () => chart.resize(),
    end: () => chart.dispose(),
  };
}
