import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Languages } from '@qinglan/web-platform';
import { Badge } from '@qinglan/web-ui';
import { barOf, type ShareLook } from './share-look';

/** What the agreement asks in the periods that hold today: a bar each, with a line where today stands. */
@Component({
  selector: 'mentoring-share-bars',
  imports: [Badge, TranslocoPipe],
  template: `
    <ul>
      @for (bar of bars(); track bar.key) {
        <li class="ui-toned" [attr.data-tone]="bar.look.tone">
          <span class="what">
            <bdi>{{ 'words.obligationKind.' + bar.look.kind | transloco }}</bdi>
            <small class="soft">{{ 'mentoring.share.' + bar.look.per | transloco }}</small>
          </span>
          <span class="track" aria-hidden="true" [title]="bar.title">
            <span class="filled" [style.inline-size.%]="bar.filled"></span>
            @if (bar.mark > 0 && bar.mark < 100) {
              <span class="mark" [style.inset-inline-start.%]="bar.mark"></span>
            }
          </span>
          <span class="figure">
            <strong class="figures" aria-hidden="true">{{ bar.look.done }}/{{ bar.look.due }}</strong>
            <span class="visually-hidden">{{ bar.title }}</span>
            @if (bar.word; as word) {
              <ui-badge [tone]="bar.look.tone">{{ 'mentoring.share.' + word | transloco }}</ui-badge>
            }
          </span>
        </li>
      }
    </ul>
  `,
  styleUrl: './share-bars.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShareBars {
  private readonly languages = inject(Languages);

  readonly looks = input.required<readonly ShareLook[]>();

  protected readonly bars = computed(() =>
    this.looks().map((look) => ({
      key: `${look.obligationId}${look.firstDay}`,
      look,
      ...barOf(look),
      word: worded.has(look.balance.tone) ? look.balance.tone : null,
      title: this.titleOf(look),
    })),
  );

  private titleOf({ kind, per, due, done }: ShareLook): string {
    const [what, when] = [
      this.languages.say(`words.obligationKind.${kind}`),
      this.languages.say(`mentoring.share.${per}`),
    ];
    return this.languages.say('mentoring.share.said', { what, when, due, done });
  }
}

/** What is on its way needs no word beside its figures. */
const worded: ReadonlySet<string> = new Set(['done', 'amber', 'red']);
