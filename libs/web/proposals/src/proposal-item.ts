import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingWords } from '@qinglan/web-platform';
import { Button, Control } from '@qinglan/web-ui';
import { reasonOf, replyOf, type AnswerDraft, type Reply } from './answer';
import { LessonRow } from './lesson-row';
import { LessonWords } from './lesson-words';
import type { Item } from './shapes';

/** One lesson of a proposal: ticked is accepted, unticked is declined or left for later. */
@Component({
  selector: 'proposals-proposal-item',
  imports: [Button, Control, LessonRow, TranslocoPipe],
  templateUrl: './proposal-item.html',
  styleUrl: './proposal-item.scss',
  host: { '[attr.data-reply]': 'isOpen() ? reply() : null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalItem {
  private readonly words = inject(LessonWords);
  private readonly times = inject(BeijingWords);

  readonly item = input.required<Item>();
  readonly mayAnswer = input.required<boolean>();
  readonly draft = input.required<AnswerDraft>();
  readonly replied = output<Reply>();
  readonly reasoned = output<string>();

  protected readonly wantsOwnReason = signal(false);
  protected readonly ends = computed(() => this.words.ends(this.item()));
  protected readonly isOpen = computed(
    () => this.mayAnswer() && (this.item().state === 'proposed' || this.item().state === 'countered'),
  );
  protected readonly reply = computed(() => replyOf(this.draft(), this.item().id));
  protected readonly ownReason = computed(() => this.draft().reasons[this.item().id] ?? '');
  protected readonly reason = computed(() => reasonOf(this.draft(), this.item().id));
  protected readonly label = computed(() => {
    const { startsAt, endsAt } = this.item();
    return this.words.say('answer.tick', { when: `${this.times.day(startsAt)} ${this.times.span(startsAt, endsAt)}` });
  });

  protected tick(event: Event): void {
    this.replied.emit((event.target as HTMLInputElement).checked ? 'accept' : 'decline');
  }

  protected write(event: Event): void {
    this.reasoned.emit((event.target as HTMLInputElement).value);
  }
}
