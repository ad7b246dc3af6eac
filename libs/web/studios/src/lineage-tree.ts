import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { growLineage, type LineageNode } from '@qinglan/domain';
import { Badge } from '@qinglan/web-ui';
import { Avatar } from './avatar';
import type { Lineage, LineageLink, LineagePerson } from './shapes';
import { yearsOf } from './years';

interface Shown {
  readonly person: LineagePerson;
  readonly link: Line | null;
  readonly years: string;
  readonly isShownAbove: boolean;
  readonly mentees: readonly Shown[];
}

interface Line extends LineageLink {
  /** Of every time that the same two were mentor and mentee. */
  readonly years: readonly string[];
}

/** The same two stand in the tree once, however often they were mentor and mentee. */
function oncePerPair(links: readonly LineageLink[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const link of links) {
    const key = `${link.mentorId} ${link.menteeId}`;
    lines.set(key, { ...link, years: [...(lines.get(key)?.years ?? []), yearsOf(link)] });
  }
  return [...lines.values()];
}

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
    const shown = ({ personId, link, mentees, isShownAbove }: LineageNode<Line>): readonly Shown[] => {
      const person = known.get(personId);
      if (!person) return [];
      const years = link?.years.join(' · ') ?? '';
      return [{ person, link, years, isShownAbove, mentees: mentees.flatMap(shown) }];
    };
    return growLineage(oncePerPair(links)).flatMap(shown);
  });
}
