import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Control, Field, Icon } from '@qinglan/web-ui';

const most = 8;
const longest = 20;

/** A few words, each typed or taken from those that others wrote. */
@Component({
  selector: 'matching-words-field',
  imports: [Button, Control, Field, Icon, TranslocoPipe],
  template: `
    @if (words().length > 0) {
      <ul>
        @for (word of words(); track word) {
          <li>
            <button
              uiButton
              type="button"
              [attr.aria-label]="'matching.words.out' | transloco: { word }"
              (click)="take(word)"
            >
              <bdi>{{ word }}</bdi><ui-icon name="close" />
            </button>
          </li>
        }
      </ul>
    }
    <div class="typed">
      <ui-field [label]="label()" [hint]="hint()">
        <input
          uiControl
          type="text"
          [maxLength]="longest"
          [value]="typed()"
          [disabled]="isFull()"
          (input)="typed.set($any($event.target).value)"
          (keydown.enter)="add($event)"
        />
      </ui-field>
      <button uiButton type="button" [disabled]="isFull() || typed().trim() === ''" (click)="add($event)">
        <ui-icon name="add" />{{ 'ui.add' | transloco }}
      </button>
    </div>
    @if (others().length > 0) {
      <p class="soft small">{{ offered() }}</p>
      <ul>
        @for (word of others(); track word) {
          <li>
            <button uiButton="quiet" type="button" [disabled]="isFull()" (click)="put(word)">
              <ui-icon name="add" /><bdi>{{ word }}</bdi>
            </button>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    p {
      margin: 0;
    }
    .typed {
      display: flex;
      align-items: start;
      gap: var(--space-2);
    }
    .typed ui-field {
      flex: 1;
      max-inline-size: 20rem;
    }
    .typed button {
      margin-block-start: calc(var(--size-small) * 1.55 + var(--space-1));
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordsField {
  readonly words = input.required<readonly string[]>();
  readonly label = input.required<string>();
  readonly hint = input<string | null>(null);
  /** Words that others wrote, and what is said above them. */
  readonly suggestions = input<readonly string[]>([]);
  readonly offered = input('');
  readonly changed = output<readonly string[]>();

  protected readonly longest = longest;
  protected readonly typed = signal('');
  protected readonly isFull = computed(() => this.words().length >= most);
  protected readonly others = computed(() => this.suggestions().filter((word) => !this.words().includes(word)));

  protected add(event: Event): void {
    event.preventDefault();
    this.put(this.typed().trim().slice(0, longest));
    this.typed.set('');
  }

  protected put(word: string): void {
    if (word !== '' && !this.isFull() && !this.words().includes(word)) this.changed.emit([...this.words(), word]);
  }

  protected take(word: string): void {
    this.changed.emit(this.words().filter((one) => one !== word));
  }
}
