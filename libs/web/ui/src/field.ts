import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';

let made = 0;

/** A label, a native control, a hint and a fault, tied together for screen readers. */
@Component({
  selector: 'ui-field',
  template: `
    <label [attr.for]="controlId()">
      {{ label() }}
      @if (optional()) {
        <span class="optional">{{ optional() }}</span>
      }
    </label>
    <ng-content />
    @if (fault()) {
      <p class="fault" [id]="faultId">{{ fault() }}</p>
    } @else if (hint()) {
      <p class="hint" [id]="hintId">{{ hint() }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
    label {
      display: block;
      margin-block-end: var(--space-1);
      font-size: var(--size-small);
      font-weight: 500;
      color: var(--text);
    }
    .optional {
      color: var(--text-soft);
      font-weight: 400;
    }
    p {
      margin: var(--space-1) 0 0;
      font-size: var(--size-small);
    }
    .hint {
      color: var(--text-soft);
    }
    .fault {
      color: var(--bad-text);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input<string | null>(null);
  readonly fault = input<string | null>(null);
  /** A word such as "(optional)" after the label. */
  readonly optional = input<string | null>(null);

  private readonly number = ++made;
  protected readonly hintId = `ui-hint-${this.number}`;
  protected readonly faultId = `ui-fault-${this.number}`;
  /** The id that its control takes. */
  readonly controlId = signal(`ui-control-${this.number}`);
  readonly describedBy = computed(() => (this.fault() ? this.faultId : this.hint() ? this.hintId : null));
}
