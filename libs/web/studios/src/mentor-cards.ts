import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { beijingNow } from '@qinglan/web-platform';
import { Badge, Icon } from '@qinglan/web-ui';
import { Avatar } from './avatar';
import { menteesOf } from './guided';
import type { Mentor } from './shapes';
import { yearsOf } from './years';

/** Who guides whom: a card for each mentor with the mentees below. */
@Component({
  selector: 'studios-mentor-cards',
  imports: [Avatar, Badge, Icon, RouterLink, TranslocoPipe],
  templateUrl: './mentor-cards.html',
  styleUrl: './mentor-cards.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MentorCards {
  readonly mentors = input.required<readonly Mentor[]>();

  private readonly today = beijingNow().day;
  /** Those whose last day has passed without an end stand last. */
  protected readonly cards = computed(() =>
    this.mentors().map(({ mentor, pairings }) => {
      const all = pairings.map((pairing) => ({
        ...pairing,
        isOver: (pairing.toDay ?? this.today) < this.today,
        years: yearsOf(pairing),
      }));
      const [running, over] = [all.filter(({ isOver }) => !isOver), all.filter(({ isOver }) => isOver)];
      return { mentor, guides: menteesOf(running), pairings: [...running, ...over] };
    }),
  );
}
