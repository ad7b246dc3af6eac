import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { growLineage, type LineageNode } from '@qinglan/domain';
import { Badge } from '@qinglan/web-ui';
import { Avatar } from './avatar';
import type { Lineage, LineageLink, LineagePerson } from './shapes';

interface Shown {
  readonly person: LineagePerson;
  readonly link: LineageLink | null;
  readonly years: string;
  readonly mentees: readonly Shown[];
}

const yearsOf = ({ fromDay, toDay }: LineageLink): string => {
  const [from, to] = [fromDay.slice(0, 4), toDay?.slice(0, 4) ?? ''];
  return from === to ? from : `${from}–${to}`;
};

/** Who guided whom over the years, as a list in a list: it reads on a phone and prints. */
@Component({
  selector: 'studios-lineage-tree',
  imports: [Avatar, Badge, NgTemplateOutlet, TranslocoPipe],
  templateUrl: './lineage-tree.html',
  styleUrl: './lineage-tree.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LineageTree {
  readonly lineage = input.required<Lineage>();

  protected readonly roots = computed(() => {
    const { links, people } = this.lineage();
    const known = new Map(people.map((person) => [person.id, person]));
    const shown = ({ personId, link, mentees }: LineageNode<LineageLink>): readonly Shown[] => {
      const person = known.get(personId);
      return person ? [{ person, link, years: link ? yearsOf(link) : '', mentees: mentees.flatMap(shown) }] : [];
    };
    return growLineage(links).flatMap(shown);
  });
}
