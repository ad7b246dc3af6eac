import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ItemView } from '@qinglan/contracts';
import { ItemWords } from '../item-words';

/** What is known of an item besides its numbers, with how sure it is and where it is stated. */
@Component({
  selector: 'programme-item-facts',
  imports: [TranslocoPipe],
  template: `
    @let one = item();
    <dl class="card">
      <div>
        <dt>{{ 'programme.form.category' | transloco }}</dt>
        <dd>
          <bdi>{{ words.category(one) }}</bdi> {{ words.ordinal(one) }}
        </dd>
      </div>
      <div>
        <dt>{{ 'programme.form.days' | transloco }}</dt>
        <dd>{{ words.days(one) }}</dd>
      </div>
      @if (one.sender; as sender) {
        <div>
          <dt>{{ 'programme.form.sender' | transloco }}</dt>
          <dd>
            <bdi>{{ sender.name }}</bdi>
          </dd>
        </div>
      }
      @if (one.host; as host) {
        <div>
          <dt>{{ 'programme.form.host' | transloco }}</dt>
          <dd>
            <bdi>{{ host.name }}</bdi>
          </dd>
        </div>
      }
      @if (one.capacity !== null) {
        <div>
          <dt>{{ 'programme.form.capacity' | transloco }}</dt>
          <dd>{{ one.capacity }}</dd>
        </div>
      }
      @if (one.purpose) {
        <div>
          <dt>{{ 'programme.form.purpose' | transloco }}</dt>
          <dd>
            <bdi>{{ one.purpose }}</bdi>
          </dd>
        </div>
      }
      <div>
        <dt>{{ 'programme.form.certainty' | transloco }}</dt>
        <dd>
          <bdi>{{ words.certainty(one) }}</bdi>
        </dd>
      </div>
      @if (words.numbersCertainty(one); as sure) {
        <div>
          <dt>{{ 'programme.form.numbersCertainty' | transloco }}</dt>
          <dd>
            <bdi>{{ sure }}</bdi>
          </dd>
        </div>
      }
      @if (one.source) {
        <div>
          <dt>{{ 'programme.form.source' | transloco }}</dt>
          <dd>
            <bdi>{{ one.source }}</bdi>
          </dd>
        </div>
      }
      @if (one.note) {
        <div>
          <dt>{{ 'programme.form.note' | transloco }}</dt>
          <dd>
            <bdi>{{ one.note }}</bdi>
          </dd>
        </div>
      }
      <div>
        <dt>{{ 'programme.form.code' | transloco }}</dt>
        <dd>
          <bdi dir="ltr">{{ one.code }}</bdi>
        </dd>
      </div>
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: var(--space-3);
      margin: 0;
    }
    dt {
      color: var(--text-soft);
      font-size: var(--size-small);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemFacts {
  protected readonly words = inject(ItemWords);

  readonly item = input.required<ItemView>();
}
