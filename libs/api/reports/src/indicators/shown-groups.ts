import { Injectable } from '@nestjs/common';
import { type Read, Refused } from '@qinglan/api-platform';
import { breakdownsOf, dimensionOf, filtersFault, isNarrowingWhole, peopleIn, tellsOfPeople } from '@qinglan/domain';
import { BreakdownQueries } from './breakdown.queries';
import { narrowedTo } from './conditions';
import { type CountingIndicator, sourceOf } from './plain-count.sql';
import type { RowsAsked } from './row.queries';

interface Group {
  readonly by: string;
  readonly value: string;
}

/** The group that is asked for, null where all rows are; refused is half of it, and two dimensions of people crossed. */
function groupAsked(asked: RowsAsked): Group | null {
  const { indicator, by, value, within } = asked;
  if (!isNarrowingWhole(asked)) throw new Refused('field-unknown');
  if (within !== undefined && tellsOfPeople(indicator)) throw new Refused('field-unknown');
  return by === undefined || value === undefined ? null : { by, value };
}

/** Whether a group tells of people, which only a breakdown can say how many they are. */
function isOfPeople(indicator: CountingIndicator, { by, value }: Group): boolean {
  const source = sourceOf(indicator);
  if (!dimensionOf(source, by)) throw new Refused('field-unknown');
  if (peopleIn(indicator, source, by) === null) return false;
  if (!breakdownsOf(source).includes(by)) throw new Refused('field-unknown');
  if (filtersFault(source, [narrowedTo(source, by, value)])) throw new Refused('value-unknown');
  return true;
}

/**
 * Rows open by a group as the breakdown shows it, and as they open of a frozen report: a group of people that is hidden there,
 * or is none, is not found, whoever asks. What is not narrowed, and groups of things, open as before.
 */
@Injectable()
export class ShownGroups {
  constructor(private readonly breakdowns: BreakdownQueries) {}

  async mustShow(read: Read, asked: RowsAsked): Promise<void> {
    const group = groupAsked(asked);
    if (!group || !isOfPeople(asked.indicator, group)) return;
    const { groups } = await this.breakdowns.groups(read, { ...asked, by: group.by });
    const found = groups.find(({ value }) => (value ?? '') === group.value);
    if (!found || found.isHidden) throw new Refused('not-found');
  }
}
