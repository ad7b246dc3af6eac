import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SentHeadingChange } from '@qinglan/contracts';
import { lessonTypes } from '@qinglan/domain';
import { Control, Field } from '@qinglan/web-ui';
import type { HeadingValues } from './page-state';

/** A field of the heading and what was written into it. */
export type WrittenField = Pick<SentHeadingChange, 'field' | 'value'>;

/** Topic, type of lesson and class size; a rating only for whoever opens it. */
@Component({
  selector: 'observations-heading-fields',
  imports: [Control, Field, FormsModule, TranslocoPipe],
  template: `
    @let one = heading();
    <div class="fields">
      <ui-field [label]="'observations.heading.topic' | transloco">
        <input
          uiControl
          name="topic"
          maxlength="120"
          autocomplete="off"
          [ngModel]="one.topic"
          [ngModelOptions]="{ updateOn: 'blur' }"
          (ngModelChange)="writeTopic($event)"
        />
      </ui-field>
      <ui-field [label]="'observations.heading.lessonType' | transloco" [optional]="'ui.optional' | transloco">
        <select
          uiControl
          name="lesson-type"
          [ngModel]="one.lessonType"
          (ngModelChange)="written.emit({ field: 'lessonType', value: $event })"
        >
          <option [ngValue]="null">{{ 'observations.heading.unknown' | transloco }}</option>
          @for (type of types; track type) {
            <option [ngValue]="type">{{ 'observations.lessonType.' + type | transloco }}</option>
          }
        </select>
      </ui-field>
      <ui-field [label]="'observations.heading.classSize' | transloco" [optional]="'ui.optional' | transloco">
        <input
          uiControl
          name="class-size"
          type="number"
          inputmode="numeric"
          min="1"
          max="500"
          autocomplete="off"
          [ngModel]="one.classSize"
          [ngModelOptions]="{ updateOn: 'blur' }"
          (ngModelChange)="writeSize($event)"
        />
      </ui-field>
    </div>
    <details>
      <summary>{{ 'observations.heading.rating' | transloco }}</summary>
      <div class="row" role="group" [attr.aria-label]="'observations.heading.rating' | transloco">
        @for (grade of grades; track grade) {
          <label class="ui-tick">
            <input
              type="radio"
              name="rating"
              [value]="grade"
              [ngModel]="one.rating"
              (ngModelChange)="written.emit({ field: 'rating', value: grade })"
            />
            {{ 'observations.rating.' + grade | transloco }}
          </label>
        }
      </div>
    </details>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    summary {
      min-block-size: var(--touch);
      align-content: center;
      color: var(--text-soft);
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HeadingFields {
  readonly heading = input.required<HeadingValues>();
  readonly written = output<WrittenField>();

  protected readonly types = lessonTypes;
  protected readonly grades = [1, 2, 3, 4, 5];

  protected writeTopic(typed: string | null): void {
    const topic = (typed ?? '').trim();
    if (topic !== '' && topic !== this.heading().topic) this.written.emit({ field: 'topic', value: topic });
  }

  /** A number that is no class stays unwritten. */
  protected writeSize(typed: number | null): void {
    const isEmpty = typed === null;
    if (isEmpty || (Number.isInteger(typed) && typed >= 1 && typed <= 500))
      this.written.emit({ field: 'classSize', value: typed });
  }
}
