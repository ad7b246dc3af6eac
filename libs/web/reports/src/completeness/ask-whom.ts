import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonToAsk } from '@qinglan/contracts';

/** Whom to ask, by the names in the register; the lead of a studio stands apart. */
@Component({
  selector: 'reports-ask-whom',
  imports: [TranslocoPipe],
  template: `
    <p>
      @if (!bare()) {
        {{ 'reports.completeness.ask' | transloco }}
      }
      @for (person of people(); track person.id) {
        <span
          ><bdi>{{ person.name }}</bdi>
          @if (!bare()) {
            <small
              ><bdi>{{ person.school }}</bdi></small
            >
          }
        </span>
      } @empty {
        <span>{{ 'reports.completeness.nobody' | transloco }}</span>
      }
      @if (leader(); as one) {
        <span
          >{{ 'reports.completeness.lead' | transloco }} <bdi>{{ one.name }}</bdi></span
        >
      }
    </p>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-3);
      margin: var(--space-1) 0 0;
      font-size: var(--size-small);
    }
    small {
      margin-inline-start: 0.25em;
      color: var(--text-soft);
      font-size: inherit;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskWhom {
  readonly people = input.required<readonly PersonToAsk[]>();
  readonly lead = input<PersonToAsk | null>(null);
  /** Names alone, where heading and school stand beside them. */
  readonly bare = input(false);

  /** A lead who is one of the people stands there once. */
  protected readonly leader = computed(() => {
    const lead = this.lead();
    return lead && !this.people().some(({ id }) => id === lead.id) ? lead : null;
  });
}
