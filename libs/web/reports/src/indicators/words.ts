import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Trilingual } from '@qinglan/domain';
import { Control, Field } from '@qinglan/web-ui';

/** A text in three languages side by side; Uyghur may stay empty. */
@Component({
  selector: 'reports-words',
  imports: [Control, Field, FormsModule, TranslocoPipe],
  template: `
    <div role="group" [attr.aria-label]="label()">
      <p>{{ label() }}</p>
      <div class="fields">
        @for (tongue of tongues; track tongue) {
          <ui-field
            [label]="'reports.form.' + tongue | transloco"
            [optional]="tongue === 'ug' ? ('ui.optional' | transloco) : null"
          >
            @if (isLong()) {
              <textarea
                uiControl
                rows="3"
                [name]="name() + tongue"
                [attr.maxlength]="longest()"
                [attr.dir]="tongue === 'ug' ? 'rtl' : 'ltr'"
                [ngModel]="words()[tongue]"
                (ngModelChange)="change(tongue, $event)"
              ></textarea>
            } @else {
              <input
                uiControl
                [name]="name() + tongue"
                [attr.maxlength]="longest()"
                [attr.dir]="tongue === 'ug' ? 'rtl' : 'ltr'"
                [ngModel]="words()[tongue]"
                (ngModelChange)="change(tongue, $event)"
              />
            }
          </ui-field>
        }
      </div>
    </div>
  `,
  styles: `
    p {
      margin: 0 0 var(--space-1);
      font-weight: 500;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Words {
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly words = input.required<Trilingual>();
  readonly longest = input(80);
  readonly isLong = input(false);
  readonly changed = output<Trilingual>();

  protected readonly tongues = ['zh', 'en', 'ug'] as const;

  protected change(tongue: 'zh' | 'en' | 'ug', text: string): void {
    this.changed.emit({ ...this.words(), [tongue]: text });
  }
}
