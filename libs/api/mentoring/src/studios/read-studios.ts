import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@qinglan/api-platform';
import type { InputOf, listStudios, readStudioPeople } from '@qinglan/contracts';
import type { Actor, StudioId } from '@qinglan/domain';
import { StudioPeopleQueries } from './studio-people.queries';
import { StudioQueries } from './studio.queries';
import { StudioViewer } from './studio.viewer';

/** Shows studios to everybody of the programme. */
@Injectable()
export class ReadStudios {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly studios: StudioQueries,
    private readonly people: StudioPeopleQueries,
    private readonly viewer: StudioViewer,
  ) {}

  page(query: InputOf<typeof listStudios>['query']): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read((read) => this.studios.page(read, query, now));
  }

  one(actor: Actor, studioId: StudioId): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read((read) => this.viewer.view(read, actor, { studioId, now }));
  }

  members(actor: Actor, input: InputOf<typeof readStudioPeople>): Promise<string> {
    return this.transactions.read((read) => this.people.people(read, actor, input));
  }

  lineage(actor: Actor, studioId: StudioId): Promise<string> {
    return this.transactions.read((read) => this.people.lineage(read, actor, studioId));
  }
}
