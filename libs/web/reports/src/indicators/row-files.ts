import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { downloadRowExport } from '@qinglan/contracts';
import { addressOf, BeijingDateTime, isProblem, saveFile } from '@qinglan/web-platform';
import { Button, Icon } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import type { IndicatorStore } from './indicator.store';
import { isMaking, RowFilesStore } from './row-files.store';

/** The rows as a file: a short one at once, a long one in the background with its progress. */
@Component({
  selector: 'reports-row-files',
  imports: [BeijingDateTime, Button, Icon, TranslocoPipe],
  providers: [Acting, RowFilesStore],
  template: `
    <div class="row">
      <button uiButton type="button" [busy]="acting.busy() === 'xlsx'" (click)="download('xlsx')">
        <ui-icon name="download" />{{ 'reports.files.xlsx' | transloco }}
      </button>
      <button uiButton type="button" [busy]="acting.busy() === 'csv'" (click)="download('csv')">
        <ui-icon name="download" />CSV
      </button>
    </div>
    @if (files.isUnknown()) {
      <div class="row file">
        <span role="status">{{ 'reports.rowFile.unknown' | transloco }}</span>
        <button uiButton type="button" (click)="find()"><ui-icon name="refresh" />{{ 'ui.again' | transloco }}</button>
      </div>
    }
    @if (files.file(); as file) {
      <div class="row file">
        @if (isMade()) {
          <span role="status"
            >{{ 'reports.rowFile.ready' | transloco: { n: file.done } }}
            @if (file.done < file.total) {
              {{ 'reports.rowFile.cut' | transloco: { n: file.total } }}
            }
            <small class="soft">{{ 'reports.rowFile.until' | transloco }} {{ file.keptUntil | beijingDateTime }}</small>
          </span>
          <a uiButton="strong" [href]="address()" download>
            <ui-icon name="download" />{{ 'reports.files.get' | transloco }}
          </a>
        } @else if (isBusy()) {
          <span role="status">{{ 'reports.rowFile.preparing' | transloco: { percent: percent() } }}</span>
          <progress
            [value]="file.done"
            [max]="file.total || 1"
            [attr.aria-label]="'reports.rowFile.progress' | transloco"
          ></progress>
          <button uiButton type="button" [busy]="acting.busy() === 'cancel'" (click)="cancel()">
            <ui-icon name="close" />{{ 'reports.rowFile.cancel' | transloco }}
          </button>
        } @else if (file.state === 'failed') {
          <span role="status">{{ 'reports.rowFile.failed' | transloco }}</span>
        }
      </div>
    }
  `,
  styles: `
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
    }
    .file {
      margin-block-start: var(--space-2);
    }
    small {
      display: block;
      color: var(--text-soft);
    }
    progress {
      inline-size: 8rem;
      accent-color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowFiles {
  protected readonly acting = inject(Acting);
  protected readonly files = inject(RowFilesStore);

  readonly store = input.required<IndicatorStore>();

  protected readonly isBusy = computed(() => isMaking(this.files.file()));
  protected readonly isMade = computed(() => this.files.file()?.state === 'done');
  protected readonly percent = computed(() => {
    const file = this.files.file();
    return file && file.total > 0 ? Math.floor((file.done / file.total) * 100) : 0;
  });
  protected readonly address = computed(() => {
    const file = this.files.file();
    return file ? addressOf(downloadRowExport, { params: { exportId: file.id } }) : null;
  });
  private readonly shown = computed(
    () => {
      const asked = this.store().asked();
      return asked && { key: asked.key, year: asked.year };
    },
    { equal: (one, other) => one?.key === other?.key && one?.year === other?.year },
  );

  constructor() {
    effect(() => {
      const shown = this.shown();
      if (shown) untracked(() => void this.files.find(shown.key, shown.year));
    });
  }

  protected async download(kind: 'csv' | 'xlsx'): Promise<void> {
    await this.acting.run(kind, async () => {
      try {
        const file = await this.store().download(kind);
        if (file) saveFile(file.name, file.content);
      } catch (error) {
        if (!isProblem(error, 'rows-many')) throw error;
        const wanted = this.store().fileAsked(kind);
        if (wanted) await this.files.ask(wanted);
      }
    });
  }

  protected async find(): Promise<void> {
    const shown = this.shown();
    if (shown) await this.files.find(shown.key, shown.year);
  }

  protected async cancel(): Promise<void> {
    const file = this.files.file();
    if (file) await this.acting.run('cancel', () => this.files.cancel(file), 'reports.rowFile.cancelled');
  }
}
