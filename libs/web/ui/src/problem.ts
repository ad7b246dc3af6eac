import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from './button';
import { Icon } from './icon';

/** The part of a problem that is shown. */
export interface ShownProblem {
  readonly title: string;
  readonly detail?: string | undefined;
  /** The request's number, to name when asking for help. */
  readonly instance?: string | undefined;
}

/** What went wrong in place of the content, and a way to try again. */
@Component({
  selector: 'ui-problem',
  imports: [Button, Icon, TranslocoPipe],
  template: `
    <ui-icon name="alert" />
    <div>
      <p class="title">{{ problem().title || ('problem.unexpected' | transloco) }}</p>
      @if (problem().detail; as detail) {
        <p class="detail">{{ detail }}</p>
      }
      @if (problem().instance; as number) {
        <p class="detail">
          {{ 'ui.requestNumber' | transloco }} <code dir="ltr">{{ number }}</code>
        </p>
      }
      @if (mayRetry()) {
        <button uiButton type="button" (click)="again.emit()">
          <ui-icon name="refresh" />{{ 'ui.again' | transloco }}
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--space-3);
      padding: var(--space-5);
      border-radius: var(--radius);
      background: var(--bad-surface);
      color: var(--text);
    }
    ui-icon {
      color: var(--bad-text);
    }
    p {
      margin: 0 0 var(--space-1);
    }
    .title {
      font-weight: 600;
    }
    .detail {
      color: var(--text-soft);
    }
    button {
      margin-block-start: var(--space-3);
    }
    button ui-icon {
      color: inherit;
    }
  `,
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProblemNotice {
  readonly problem = input.required<ShownProblem>();
  readonly mayRetry = input(true);
  readonly again = output();
}
