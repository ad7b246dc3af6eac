import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyIssueView } from '@qinglan/contracts';
import { BeijingDateTime, type DownloadedFile, languageNames, saveFile } from '@qinglan/web-platform';
import { Button, Icon } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';

/** A file as it is listed; of those that a link offers none has failed. */
type File = Pick<YearlyIssueView['files'][number], 'name' | 'kind' | 'language' | 'bytes'> & {
  readonly failure?: string | null;
  readonly madeLaterAt?: string | null;
};

const kilo = 1024;
const tables = ['figures', 'facts', 'charts', 'words', 'definitions', 'changes'] as const;

/** The files made at freezing: the same bytes for ever; where one could not be made it says so. */
@Component({
  selector: 'reports-issue-files',
  imports: [BeijingDateTime, Button, Icon, TranslocoPipe],
  providers: [Acting],
  template: `
    <section class="card" id="files" aria-labelledby="files-title">
      <h2 id="files-title">{{ 'reports.files.title' | transloco }}</h2>
      <ul>
        @for (file of files(); track file.name) {
          <li>
            <span class="what"
              ><b>{{ 'reports.files.' + file.kind | transloco }}</b
              >&ngsp;<bdi>{{ tongueOf(file) }}</bdi>
              @if (tableOf(file); as table) {
                <bdi>{{ 'reports.files.table.' + table | transloco }}</bdi>
              }
              <small dir="ltr">{{ file.name }}{{ sizeOf(file) }}</small>
              @if (file.madeLaterAt; as at) {
                <small>{{ 'reports.files.madeLater' | transloco }} {{ at | beijingDateTime: 'full' }}</small>
              }
            </span>
            @if (file.failure) {
              <small>{{ 'reports.files.failed' | transloco }}</small>
            } @else {
              <button uiButton type="button" [busy]="acting.busy() === file.name" (click)="download(file)">
                <ui-icon name="download" />{{ 'reports.files.get' | transloco
                }}<span class="visually-hidden"> {{ file.name }}</span>
              </button>
            }
          </li>
        }
      </ul>
      <ng-content />
    </section>
  `,
  styles: `
    h2 {
      margin: 0 0 var(--space-2);
    }
    ul {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-1) var(--space-3);
    }
    .what {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    small {
      display: block;
      color: var(--text-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IssueFiles {
  protected readonly acting = inject(Acting);

  /** Fetches a file by its name. */
  readonly get = input.required<(name: string) => Promise<DownloadedFile>>();
  readonly files = input.required<readonly File[]>();

  private readonly names = computed(() => new Map(languageNames.map(({ code, name }) => [code, name])));

  protected tongueOf({ language }: File): string {
    return language ? (this.names().get(language) ?? '') : '';
  }

  /** Which of the tables of the report a file holds. */
  protected tableOf({ kind, name }: File): string | null {
    return kind === 'csv' ? (tables.find((table) => name === `${table}.csv`) ?? null) : null;
  }

  protected sizeOf({ bytes }: File): string {
    return bytes === null ? '' : ` · ${String(Math.max(1, Math.round(bytes / kilo)))} kB`;
  }

  protected async download({ name }: File): Promise<void> {
    await this.acting.run(name, async () => {
      const file = await this.get()(name);
      saveFile(file.name, file.content);
    });
  }
}
