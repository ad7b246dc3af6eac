import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Control, Field } from '@qinglan/web-ui';

const pauseMs = 250;

/** A name to find; it is told once the typing pauses. */
@Component({
  selector: 'mentoring-name-search',
  imports: [Control, Field, TranslocoPipe],
  template: `
    <ui-field [label]="'mentoring.list.words' | transloco">
      <input uiControl type="search" maxlength="60" [placeholder]="hint()" [value]="words()" (input)="hear($event)" />
    </ui-field>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameSearch {
  readonly hint = input.required<string>();
  readonly words = input.required<string>();
  readonly told = output<string>();
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected hear(event: Event): void {
    const words = (event.target as HTMLInputElement).value;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.told.emit(words.trim()), pauseMs);
  }
}
