import { DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import {
  askRowExport,
  cancelRowExport,
  listRowExports,
  readRowExport,
  type CallOf,
  type RowExportView,
} from '@qinglan/contracts';
import { ApiClient, isProblem, uuid } from '@qinglan/web-platform';

const everyMs = 1000;

/** Which rows a file is asked for. */
export type FileAsked = NonNullable<CallOf<typeof askRowExport>['body']>;

/** Is a file still made? */
export const isMaking = (file: RowExportView | null): boolean =>
  file !== null && ['queued', 'running'].includes(file.state);

/** A long file of rows that is made in the background, followed until it is there. */
@Injectable()
export class RowFilesStore {
  private readonly api = inject(ApiClient);
  /** Nobody knows whether a file is made: the question found no answer. */
  readonly isUnknown = signal(false);
  /** The newest file of the numeral that is shown. */
  readonly file = signal<RowExportView | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const file = this.file();
      untracked(() => this.follow(file));
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** What was asked for before the page was left is found again. */
  async find(key: string, year: number): Promise<void> {
    this.isUnknown.set(false);
    try {
      const { items } = await this.api.call(listRowExports);
      this.file.set(items.find((one) => one.key === key && one.year === year && one.state !== 'cancelled') ?? null);
    } catch {
      this.isUnknown.set(true);
    }
  }

  async ask(body: FileAsked): Promise<void> {
    this.file.set(await this.api.call(askRowExport, { params: { exportId: uuid() }, body }));
  }

  async cancel({ id }: RowExportView): Promise<void> {
    await this.api.call(cancelRowExport, { params: { exportId: id } });
    this.file.set(null);
  }

  private follow(file: RowExportView | null): void {
    clearTimeout(this.timer);
    if (!file || !isMaking(file)) return;
    this.timer = setTimeout(() => {
      this.api
        .call(readRowExport, { params: { exportId: file.id } })
        .then((now) => this.file() === file && this.file.set(now))
        // The line may be away for a while and the file is made all the same; one that is gone is asked for no more.
        .catch((error: unknown) => (isProblem(error, 'not-found') ? this.file.set(null) : this.follow(file)));
    }, everyMs);
  }
}
