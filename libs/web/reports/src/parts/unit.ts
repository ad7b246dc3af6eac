import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Languages } from '@qinglan/web-platform';

const places = {
  ...{ 个: 'things', 名: 'people', 期: 'editions', 批次: 'batches', 人次: 'times', 次: 'occasions', 节: 'lessons' },
  ...{
    分钟: 'minutes',
    所: 'schools',
    对: 'pairs',
    项: 'items',
    件: 'pieces',
    种: 'kinds',
    '%': 'percent',
    比: 'ratio',
  },
} as const;

/** `{{ figure.unit | unit }}`: what a number is a number of, in the language in view. */
@Pipe({ name: 'unit', pure: false })
export class Unit implements PipeTransform {
  private readonly languages = inject(Languages);

  transform(unit: keyof typeof places): string {
    return this.languages.say(`reports.unit.${places[unit]}`);
  }
}
