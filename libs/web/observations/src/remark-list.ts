import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingTime, Languages } from '@qinglan/web-platform';
import { Badge, Button, Icon } from '@qinglan/web-ui';
import { entryLooks } from './entry-looks';
import { LiccWords } from './licc-words';
import type { Remark } from './page-state';
import { RemarkForm, type RemarkDraft } from './remark-form';
import { minuteSince } from './server-clock';

/** The remarks in the order of the lesson, each with its moment; the observer's may be rewritten while it is open. */
@Component({
  selector: 'observations-remark-list',
  imports: [Badge, BeijingTime, Button, Icon, RemarkForm, TranslocoPipe],
  templateUrl: './remark-list.html',
  styleUrl: './remark-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RemarkList {
  protected readonly licc = inject(LiccWords);
  private readonly languages = inject(Languages);

  readonly remarks = input.required<readonly Remark[]>();
  readonly startsAt = input<string | null>(null);
  readonly mayEdit = input(false);
  readonly now = input<() => string>(() => '');

  readonly rewritten = output<{ readonly before: Remark; readonly draft: RemarkDraft & { readonly at: string } }>();
  readonly removed = output<Remark>();

  protected readonly looks = entryLooks;
  protected readonly editing = signal<string | null>(null);

  protected minute({ at }: Remark): string | null {
    const minutes = minuteSince(this.startsAt(), at);
    return minutes === null ? null : this.languages.say('observations.remark.minute', { n: minutes });
  }

  protected rewrite(before: Remark, draft: RemarkDraft & { readonly at: string }): void {
    this.editing.set(null);
    this.rewritten.emit({ before, draft });
  }
}
