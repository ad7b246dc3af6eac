import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ImportReport } from '@qinglan/contracts';
import { Languages, ProblemText, warnBeforeUnload, type AsksBeforeLeaving, saveFile } from '@qinglan/web-platform';
import { Button, Confirm, DataList, Icon, IconButton, Notice, Page, Toast, type Column } from '@qinglan/web-ui';
import { RegisterContext } from '../register-context';
import { FaultTable } from './fault-table';
import { FileDrop } from './file-drop';
import { ImportStore } from './import.store';
import { PastImports } from './past-imports';

type Sheet = ImportReport['sheets'][number];

/** Imports sheets of the register: tried first, then taken over whole or not at all. */
@Component({
  selector: 'register-import-page',
  imports: [Button, DataList, FaultTable, FileDrop, Icon, IconButton, Notice, Page, PastImports, TranslocoPipe],
  providers: [ImportStore],
  templateUrl: './import.page.html',
  styleUrl: './import.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportPage implements AsksBeforeLeaving {
  protected readonly store = inject(ImportStore);
  private readonly register = inject(RegisterContext);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  protected readonly columns = computed<readonly Column<Sheet>[]>(() => [
    { key: 'sheet', label: this.say('fault.sheet'), text: ({ sheet }) => sheet },
    { key: 'file', label: this.say('file'), text: ({ file }) => file, wideOnly: true },
    { key: 'rows', label: this.say('rows'), numeric: true, text: ({ rows }) => rows },
    { key: 'created', label: this.say('created'), numeric: true, text: ({ created }) => created },
    { key: 'changed', label: this.say('changed'), numeric: true, text: ({ changed }) => changed },
    { key: 'unchanged', label: this.say('unchanged'), numeric: true, text: ({ unchanged }) => unchanged },
    { key: 'faults', label: this.say('faultsColumn'), numeric: true, text: ({ faults }) => faults },
  ]);
  protected readonly keyOf = (sheet: Sheet): string => `${sheet.file}|${sheet.sheet}`;

  constructor() {
    warnBeforeUnload(() => this.store.busy() === 'importing');
  }

  async mayLeave(): Promise<boolean> {
    if (this.store.busy() !== 'importing') return true;
    const yes = await this.confirm.ask({
      heading: this.say('leaveAsk'),
      text: this.say('leaveText'),
      act: this.languages.say('ui.leave'),
    });
    return yes !== null;
  }

  protected size(bytes: number): string {
    return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  }

  protected async import(): Promise<void> {
    await this.store.run(false);
    if (!this.store.report()?.applied) return;
    await Promise.all([this.register.organisations.reload(), this.register.bells.reload()]);
  }

  protected async template(): Promise<void> {
    try {
      const { name, content } = await this.store.template();
      saveFile(name, content);
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    }
  }

  private say(key: string): string {
    return this.languages.say(`register.import.${key}`);
  }
}
