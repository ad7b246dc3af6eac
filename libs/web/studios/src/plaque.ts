import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@qinglan/web-ui';
import type { Honour } from './shapes';

/** An honour as it would hang on a wall: year, title, level as its source states it. */
@Component({
  selector: 'studios-plaque',
  imports: [Icon, TranslocoPipe],
  template: `
    <span class="year figures">{{ honour().year }}</span>
    <span class="words">
      <strong>{{ honour().title }}</strong>
      <span class="level">
        {{ 'studios.honour.level' | transloco: { level: honour().level } }}
        @if (honour().evidence !== 'stated') {
          · {{ 'studios.evidence.' + honour().evidence | transloco }}
        }
      </span>
    </span>
    @if (editable()) {
      <ui-icon name="edit" />
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--space-3);
      max-inline-size: 100%;
      padding: var(--space-2) var(--space-4);
      border: 1px solid color-mix(in srgb, var(--warn-text) 45%, transparent);
      border-radius: var(--radius);
      background: linear-gradient(135deg, var(--warn-surface), var(--surface));
      color: var(--warn-text);
      text-align: start;
    }
    .year {
      font: 650 1.125rem / 1.2 var(--font-text);
    }
    .words {
      display: grid;
      min-inline-size: 0;
    }
    strong {
      color: var(--text);
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .level {
      font-size: var(--size-small);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Plaque {
  readonly honour = input.required<Honour>();
  readonly editable = input(false);
}
