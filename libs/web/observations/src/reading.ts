import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservationView } from '@qinglan/contracts';
import { before, Temporal } from '@qinglan/domain';
import { BeijingDateTime } from '@qinglan/web-platform';
import { Badge, Notice } from '@qinglan/web-ui';
import { Alike } from './alike';
import { Amendments } from './amendments';
import { AnswerForm } from './answer-form';
import { HeardFacts } from './heard-facts';
import { remarksOf, type Remark } from './page-state';
import { RemarkList } from './remark-list';

const isBefore = (a: string, b: string): boolean => before(Temporal.Instant.from(a), Temporal.Instant.from(b));
const summed = ['highlight', 'problem', 'advice'] as const;

/** An observation after its submission: the page of a listening book, with answer, signature and amendments. */
@Component({
  selector: 'observations-reading',
  imports: [Alike, Amendments, AnswerForm, Badge, BeijingDateTime, HeardFacts, Notice, RemarkList, TranslocoPipe],
  templateUrl: './reading.html',
  styleUrl: './reading.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Reading {
  readonly observation = input.required<ObservationView>();

  protected readonly remarks = computed(() => remarksOf(this.observation().entries, []));
  /** What is to be kept in mind, in sections; the same remarks stand in the course of the lesson. */
  protected readonly sums = computed(() =>
    summed.map((kind) => ({ kind, remarks: this.remarks().filter((remark) => remark.kind === kind) })),
  );
  /** A visit that was written down afterwards has lines but no course: their moment is that of the writing. */
  protected readonly hasCourse = computed(() => {
    const { submittedAt, startsAt } = this.observation();
    const isAfterwards = ({ at }: Remark) => submittedAt !== null && !isBefore(at, submittedAt);
    return startsAt !== null || !this.remarks().every(isAfterwards);
  });
  protected readonly isGuest = computed(() => !['observer', 'observed'].includes(this.observation().part));
}
