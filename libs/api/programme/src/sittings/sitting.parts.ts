import { Injectable } from '@nestjs/common';
import { ItemQueries } from '../items/item.queries';
import { ListHolder } from './list-holder';
import { SittingPlacer } from './sitting.placer';
import { SittingQueries } from './sitting.queries';
import { SittingStore } from './sitting.store';

/** What every change of a sitting works with. */
@Injectable()
export class SittingParts {
  constructor(
    readonly items: ItemQueries,
    readonly lists: ListHolder,
    readonly placer: SittingPlacer,
    readonly sittings: SittingQueries,
    readonly store: SittingStore,
  ) {}
}
