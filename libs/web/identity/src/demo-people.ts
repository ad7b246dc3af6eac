import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listDemoPeople, type ReplyOf } from '@qinglan/contracts';
import type { PersonId } from '@qinglan/domain';
import { ApiClient, remote } from '@qinglan/web-platform';
import { ProblemNotice, Waiting } from '@qinglan/web-ui';

type DemoPerson = ReplyOf<typeof listDemoPeople>['items'][number];

/** The demo people, one column a side, so that both ends of a lesson are one click away. */
@Component({
  selector: 'identity-demo-people',
  imports: [ProblemNotice, TranslocoPipe, Waiting],
  templateUrl: './demo-people.html',
  styleUrl: './demo-people.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DemoPeople {
  private readonly api = inject(ApiClient);

  readonly busy = input(false);
  readonly chosen = output<PersonId>();

  protected readonly people = remote(() => this.api.call(listDemoPeople));
  protected readonly sides = computed(() => bySide(this.people.value()?.items ?? []));
}

interface Side {
  readonly sideId: string;
  readonly schools: readonly { readonly name: string; readonly people: readonly DemoPerson[] }[];
}

function bySide(people: readonly DemoPerson[]): readonly Side[] {
  const sides = [...new Set(people.map((person) => person.sideId))];
  return sides.map((sideId) => ({ sideId, schools: bySchool(people.filter((person) => person.sideId === sideId)) }));
}

function bySchool(people: readonly DemoPerson[]): Side['schools'] {
  const names = [...new Set(people.map((person) => person.organisation))];
  return names.map((name) => ({ name, people: people.filter((person) => person.organisation === name) }));
}
