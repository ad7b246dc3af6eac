import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Filter, inLanguage, sourceNamed, type SourceName } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Button, Control, Field, Icon } from '@qinglan/web-ui';
import { Told } from '../parts/told';
import { filterChoices } from './draft';

/** Conditions on the rows, from the catalogue: a field and the values it may have, or that anything is known at all. */
@Component({
  selector: 'reports-filters',
  imports: [Button, Control, Field, FormsModule, Icon, Told, TranslocoPipe],
  templateUrl: './filters.html',
  styleUrl: './filters.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Filters {
  private readonly languages = inject(Languages);

  readonly source = input.required<SourceName>();
  readonly where = input.required<readonly Filter[]>();
  readonly changed = output<readonly Filter[]>();

  protected readonly fields = computed(() => filterChoices(this.source()));
  protected readonly rows = computed(() =>
    this.where().map((filter) => ({
      filter,
      values: 'is' in filter ? filter.is : [],
      how: 'is' in filter ? 'is' : filter.isKnown ? 'known' : 'unknown',
      choices: this.choicesOf(filter.field),
    })),
  );

  protected add(): void {
    const [first] = this.fields();
    if (first) this.changed.emit([...this.where(), { field: first.field, isKnown: true }]);
  }

  protected remove(at: number): void {
    this.changed.emit(this.where().filter((_, place) => place !== at));
  }

  protected field(at: number, field: string): void {
    this.put(at, { field, isKnown: true });
  }

  protected how(at: number, how: string): void {
    const field = this.where()[at]?.field ?? '';
    const first = this.choicesOf(field)[0]?.value;
    this.put(
      at,
      how === 'is' ? { field, is: first === undefined ? [] : [first] } : { field, isKnown: how === 'known' },
    );
  }

  /** Values of a closed list are ticked; of words they are written, parted by commas. */
  protected tick(at: number, value: string, isOn: boolean): void {
    const filter = this.where()[at];
    if (!filter || !('is' in filter)) return;
    const others = filter.is.filter((one) => one !== value);
    this.put(at, { field: filter.field, is: isOn ? [...others, value] : others });
  }

  protected write(at: number, text: string): void {
    const is = text.split(/[,，、]/).map((one) => one.trim());
    this.put(at, { field: this.where()[at]?.field ?? '', is: is.filter((one) => one !== '') });
  }

  private put(at: number, filter: Filter): void {
    this.changed.emit(this.where().map((one, place) => (place === at ? filter : one)));
  }

  private choicesOf(field: string): readonly { readonly value: string; readonly label: string }[] {
    const dimension = sourceNamed(this.source())?.dimensions[field];
    const language = this.languages.current();
    if (dimension?.kind === 'flag')
      return ['true', 'false'].map((value) => ({
        value,
        label: this.languages.say(value === 'true' ? 'ui.yes' : 'ui.no'),
      }));
    return Object.entries(dimension?.choices ?? {}).map(([value, words]) => ({
      value,
      label: inLanguage(words, language),
    }));
  }
}
