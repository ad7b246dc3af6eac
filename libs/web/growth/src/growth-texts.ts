import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GrowthView } from '@qinglan/contracts';
import { baselineTerm, growthTextKinds, replierOf, writerOf } from '@qinglan/domain';
import { BeijingDay, Languages } from '@qinglan/web-platform';
import { Button, Dialogs, Icon } from '@qinglan/web-ui';
import { GrowthStore } from './growth.store';
import type { TextView } from './shapes';
import { TextDialog } from './text-dialog';

/** A text that is there or could be written. */
export interface TextPlace {
  readonly kind: TextView['kind'];
  readonly term: string;
  readonly label: string;
  readonly text: TextView | null;
}

/** Self-assessment at the start, 中期考核 and 学期小结, each with the reply of the other one. */
@Component({
  selector: 'growth-texts',
  imports: [BeijingDay, Button, Icon, TranslocoPipe],
  template: `
    <section class="card" id="texts" aria-labelledby="texts-heading">
      <header>
        <h2 id="texts-heading">{{ 'growth.texts.title' | transloco }}</h2>
      </header>
      <ul>
        @for (place of places(); track place.kind + place.term) {
          <li>
            <h3>{{ place.label }}</h3>
            @if (place.text; as text) {
              <p class="text">
                <bdi>{{ text.text }}</bdi>
              </p>
              <p class="soft small">
                <bdi>{{ text.writtenBy }}</bdi> · {{ text.writtenAt | beijingDay }}
              </p>
              @if (text.reply) {
                <div class="reply">
                  <p class="text">
                    <bdi>{{ text.reply }}</bdi>
                  </p>
                  <p class="soft small">
                    <bdi>{{ text.repliedBy }}</bdi> · {{ text.repliedAt ?? '' | beijingDay }}
                  </p>
                </div>
              }
            } @else {
              <p class="soft small">{{ 'growth.texts.waits.' + writer(place) | transloco }}</p>
            }
            @if (mayWrite(place)) {
              <button
                [uiButton]="place.text ? 'quiet' : 'usual'"
                type="button"
                class="no-print"
                (click)="open(place, false)"
              >
                <ui-icon name="edit" />{{ (place.text ? 'ui.edit' : 'growth.texts.write') | transloco
                }}<span class="visually-hidden"> {{ place.label }}</span>
              </button>
            }
            @if (mayReply(place)) {
              <button
                [uiButton]="place.text?.reply ? 'quiet' : 'usual'"
                type="button"
                class="no-print"
                (click)="open(place, true)"
              >
                <ui-icon name="undo" />{{
                  (place.text?.reply ? 'growth.texts.editReply' : 'growth.texts.reply') | transloco
                }}<span class="visually-hidden"> {{ place.label }}</span>
              </button>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: './section.scss',
  styles: `
    button {
      margin-block-start: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GrowthTexts {
  private readonly store = inject(GrowthStore);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);

  readonly growth = input.required<GrowthView>();

  protected readonly places = computed<readonly TextPlace[]>(() => {
    const { texts, terms } = this.growth();
    const start = [{ code: baselineTerm, name: '' }];
    return growthTextKinds.flatMap((kind) =>
      (kind === 'baseline' ? start : terms).map(({ code, name }) => ({
        kind,
        term: code,
        label: `${this.languages.say(`growth.texts.${kind}`)}${name ? ` · ${name}` : ''}`,
        text: texts.find((one) => one.kind === kind && one.term === code) ?? null,
      })),
    );
  });

  protected readonly writer = ({ kind }: TextPlace) => writerOf(kind);

  protected mayWrite({ kind }: TextPlace): boolean {
    return this.growth().mayPlan && this.growth().part === writerOf(kind);
  }

  protected mayReply({ kind, text }: TextPlace): boolean {
    return text !== null && this.growth().mayPlan && this.growth().part === replierOf(kind);
  }

  protected async open(place: TextPlace, isReply: boolean): Promise<void> {
    await this.dialogs.open(TextDialog, { growth: this.growth(), store: this.store, place, isReply }, 'usual');
  }
}
