import { Controller, StreamableFile } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import {
  cancelItem,
  downloadItems,
  type InputOf,
  listItems,
  listProgrammeYears,
  readItem,
  readItemHistory,
  readProgrammeYear,
  saveItem,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { CancelItem } from './cancel-item';
import { DownloadItems } from './download-items';
import { ReadItems } from './read-items';
import { SaveItem } from './save-item';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const disposition = (format: keyof typeof types) =>
  `attachment; filename="programme.${format}"; filename*=UTF-8''${encodeURIComponent(`项目.${format}`)}`;

/** Programme items. */
@Controller()
export class ItemsController {
  constructor(
    private readonly items: ReadItems,
    private readonly saving: SaveItem,
    private readonly cancelling: CancelItem,
    private readonly downloading: DownloadItems,
  ) {}

  @Door(listProgrammeYears)
  years() {
    return this.items.years();
  }

  @Door(readProgrammeYear)
  year(@Input() { params }: InputOf<typeof readProgrammeYear>) {
    return this.items.year(params.year);
  }

  @Door(listItems)
  list(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listItems>) {
    return this.items.list(actor, query);
  }

  @Door(downloadItems)
  async download(@Acting() actor: Actor, @Input() { query }: InputOf<typeof downloadItems>): Promise<StreamableFile> {
    const file = await this.downloading.execute(actor, query);
    return new StreamableFile(file, { type: types[query.format], disposition: disposition(query.format) });
  }

  @Door(readItem)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readItem>) {
    return this.items.one(actor, params.itemId);
  }

  @Door(readItemHistory)
  history(@Input() asked: InputOf<typeof readItemHistory>) {
    return this.items.history(asked);
  }

  @Door(saveItem)
  save(@Acting() actor: Actor, @Input() input: InputOf<typeof saveItem>) {
    return this.saving.execute(actor, input);
  }

  @Door(cancelItem)
  cancel(@Acting() actor: Actor, @Input() input: InputOf<typeof cancelItem>) {
    return this.cancelling.execute(actor, input);
  }
}
