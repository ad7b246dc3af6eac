import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Control, Field, Icon } from '@qinglan/web-ui';
import type { AddressWords, Choices, FilterWord } from './filters';

/** One word of the address, chosen or taken away. */
export interface Chosen {
  readonly word: FilterWord;
  readonly value: string;
}

/** Studio, school, cohort and term; what is chosen stands in the address. */
@Component({
  selector: 'tracking-filter-bar',
  imports: [Button, Control, Field, FormsModule, Icon, TranslocoPipe],
  template: `
    <form class="filters" [attr.aria-label]="'tracking.filter.label' | transloco">
      @for (one of fields(); track one.word) {
        <ui-field [label]="'tracking.filter.' + one.word | transloco">
          <select
            uiControl
            [name]="one.word"
            [ngModel]="address()[one.word] ?? ''"
            (ngModelChange)="chosen.emit({ word: one.word, value: $event })"
          >
            <option value="">{{ (one.word === 'term' ? 'tracking.filter.now' : 'ui.all') | transloco }}</option>
            @for (choice of one.choices; track choice.value) {
              <option [value]="choice.value">{{ choice.label }}</option>
            }
          </select>
        </ui-field>
      }
      @if (isNarrowed()) {
        <button uiButton="quiet" type="button" class="clear" (click)="cleared.emit()">
          <ui-icon name="close" />{{ 'tracking.filter.clear' | transloco }}
        </button>
      }
    </form>
  `,
  styles: `
    .filters {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(9rem, 45%), 1fr));
      gap: var(--space-3);
      align-items: end;
    }
    .clear {
      justify-self: start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterBar {
  readonly address = input.required<AddressWords>();
  readonly choices = input.required<Choices>();
  readonly chosen = output<Chosen>();
  readonly cleared = output();

  protected readonly isNarrowed = computed(() => Object.values(this.address()).some((value) => value));
  protected readonly fields = computed(() => {
    const { studios, schools, cohorts, terms } = this.choices();
    return [
      { word: 'studio' as const, choices: studios.map(({ id, subject }) => ({ value: id as string, label: subject })) },
      { word: 'school' as const, choices: schools.map(({ id, name }) => ({ value: id as string, label: name })) },
      { word: 'cohort' as const, choices: cohorts.map((cohort) => ({ value: cohort, label: cohort })) },
      { word: 'term' as const, choices: terms.map(({ code, name }) => ({ value: code, label: name })) },
    ];
  });
}
