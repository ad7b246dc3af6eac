import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@qinglan/web-ui';

/** Takes files that are dropped on it, or chosen the usual way. */
@Component({
  selector: 'register-file-drop',
  imports: [Icon, TranslocoPipe],
  template: `
    <label class="ui-focus">
      <ui-icon name="upload" />
      <span class="act">{{ 'register.import.choose' | transloco }}</span>
      <span class="soft small">{{ 'register.import.drop' | transloco }}</span>
      <input
        type="file"
        class="visually-hidden"
        multiple
        accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        [disabled]="disabled()"
        (change)="take($event)"
      />
    </label>
  `,
  styles: `
    label {
      display: grid;
      justify-items: center;
      gap: var(--space-1);
      padding: var(--space-6) var(--space-4);
      border: 2px dashed var(--line-strong);
      border-radius: var(--radius);
      background: var(--surface);
      text-align: center;
      cursor: pointer;
    }
    label:hover,
    :host(.over) label {
      border-color: var(--accent);
      background: var(--accent-surface);
    }
    label:focus-within {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
    ui-icon {
      color: var(--accent-text);
      font-size: 1.25rem;
    }
    .act {
      color: var(--accent-text);
      font-weight: 600;
    }
  `,
  host: {
    '[class.over]': 'isOver()',
    '(dragover)': 'hold($event)',
    '(dragleave)': 'isOver.set(false)',
    '(drop)': 'drop($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileDrop {
  readonly disabled = input(false);
  readonly chosen = output<readonly File[]>();

  protected readonly isOver = signal(false);

  protected take(event: Event): void {
    const field = event.target as HTMLInputElement;
    this.chosen.emit([...(field.files ?? [])]);
    // So that the same file can be chosen again after it was mended.
    field.value = '';
  }

  protected hold(event: DragEvent): void {
    event.preventDefault();
    if (!this.disabled()) this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    if (!this.disabled()) this.chosen.emit([...(event.dataTransfer?.files ?? [])]);
  }
}
