import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Languages, saveFile } from '@qinglan/web-platform';
import { Button, Control, DataList, Field, Icon, type Column } from '@qinglan/web-ui';
import { faultsCsv, type Fault } from './faults-csv';

const step = 50;
type Row = Fault & { readonly at: number };

/** Every fault of a trial: where, what, why and what to do; by sheet, by word, and as a file to work through. */
@Component({
  selector: 'register-fault-table',
  imports: [Button, Control, DataList, Field, Icon, TranslocoPipe],
  templateUrl: './fault-table.html',
  styles: `
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--space-3);
      margin-block-end: var(--space-3);
    }
    ui-field {
      flex: 0 1 16rem;
    }
    .count {
      margin: var(--space-2) 0 0;
    }
    h2 {
      margin: 0 0 var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FaultTable {
  readonly faults = input.required<readonly Fault[]>();
  /** All there are; the server names the first of them. */
  readonly count = input.required<number>();

  private readonly languages = inject(Languages);

  protected readonly sheet = signal('');
  protected readonly words = signal('');
  private readonly shownCount = signal(step);

  protected readonly sheets = computed(() => [...new Set(this.faults().map(({ sheet }) => sheet))].filter(Boolean));
  protected readonly found = computed<readonly Row[]>(() => {
    const words = this.words().trim().toLocaleLowerCase();
    return this.faults()
      .map((fault, at) => ({ ...fault, at }))
      .filter((fault) => this.sheet() === '' || fault.sheet === this.sheet())
      .filter((fault) => words === '' || Object.values(fault).join(' ').toLocaleLowerCase().includes(words));
  });
  protected readonly shown = computed(() => this.found().slice(0, this.shownCount()));
  protected readonly columns = computed<readonly Column<Row>[]>(() => [
    { key: 'sheet', label: this.say('sheet'), text: ({ sheet }) => sheet || '—' },
    { key: 'row', label: this.say('row'), numeric: true, text: ({ row }) => row },
    { key: 'column', label: this.say('column'), text: ({ column }) => column },
    { key: 'value', label: this.say('value'), text: ({ value }) => value },
    { key: 'reason', label: this.say('reason'), text: ({ reason }) => reason },
    { key: 'remedy', label: this.say('remedy'), text: ({ remedy }) => remedy },
  ]);
  protected readonly keyOf = (row: Row): number => row.at;

  protected more(): void {
    this.shownCount.update((count) => count + step);
  }

  protected download(): void {
    const headings = this.columns().map(({ label }) => label);
    saveFile(`${this.languages.say('register.import.faultsFile')}.csv`, faultsCsv(headings, this.found()));
  }

  private say(key: string): string {
    return this.languages.say(`register.import.fault.${key}`);
  }
}
