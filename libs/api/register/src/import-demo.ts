import { Injectable } from '@nestjs/common';
import { Transactions } from '@qinglan/api-platform';
import { ImportStore } from './import.store';
import { ImportRegister } from './import-register';
import { readGivenFiles } from './given-files';

/** Brings the demo register into a database that knows nobody yet. */
@Injectable()
export class ImportDemo {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: ImportStore,
    private readonly importer: ImportRegister,
  ) {}

  /** False where the register is not empty. */
  async execute(folder: string): Promise<boolean> {
    if (!(await this.transactions.read((read) => this.imports.isEmpty(read)))) return false;
    const files = await readGivenFiles(folder);
    const { applied, faults } = await this.importer.execute({ files, actorId: null, dryRun: false });
    if (!applied) throw new Error(`the demo register has faults: ${JSON.stringify(faults.slice(0, 3))}`);
    return true;
  }
}

/** For the start of the application: imports the demo register of that folder once. */
export const importDemoOnce = (app: { get(type: typeof ImportDemo): ImportDemo }, folder: string): Promise<boolean> =>
  app.get(ImportDemo).execute(folder);
