import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingPerson } from '@qinglan/contracts';
import { Button, Icon, Nothing, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { PersonCard } from './person-card';
import { RankedList } from './ranked-list';
import type { Ranked } from './ranking';
import { RoundStore } from './round.store';

/** People of the other side, to be named one after the other. */
@Component({
  selector: 'matching-choose-people',
  imports: [Button, Icon, Nothing, PersonCard, ProblemNotice, RankedList, TranslocoPipe, Waiting],
  template: `
    @if (chosen().length > 0) {
      <matching-ranked-list [people]="chosen()" [disabled]="disabled()" (changed)="changed.emit($event)" />
    } @else {
      <p class="soft">
        <bdi>{{ empty() }}</bdi>
      </p>
    }
    @let found = store.others();
    @if (!disabled()) {
      @switch (found.state) {
        @case ('loading') {
          <ui-waiting [lines]="6" />
        }
        @case ('failed') {
          <ui-problem [problem]="found.problem" (again)="store.others.reload()" />
        }
        @case ('ready') {
          <ul>
            @for (person of found.value; track person.id) {
              <li class="card" [class.chosen]="placeOf(person) > 0">
                <matching-person-card [person]="person" />
                @if (placeOf(person); as place) {
                  <span class="placed"
                    ><ui-icon name="check" />{{ 'matching.rank.place' | transloco: { n: place } }}</span
                  >
                } @else if (person.apart; as apart) {
                  <span class="soft small apart"
                    ><bdi>{{ 'matching.apart.' + apart | transloco }}</bdi></span
                  >
                } @else {
                  <button uiButton type="button" [disabled]="isFull()" (click)="take(person)">
                    {{ 'matching.rank.take' | transloco: { n: chosen().length + 1 }
                    }}<span class="visually-hidden"> {{ person.name }}</span>
                  </button>
                }
              </li>
            }
          </ul>
          @if (found.value.length === 0) {
            <ui-nothing icon="people" [heading]="'matching.nobody' | transloco" />
          }
          @if (store.others.hasMore()) {
            <button uiButton type="button" [busy]="store.others.loadingMore()" (click)="store.others.more()">
              {{ 'ui.more' | transloco }}
            </button>
          }
        }
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    p {
      margin: 0;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
      gap: var(--space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-3);
      padding: var(--space-3) var(--space-4);
    }
    .chosen {
      border-color: var(--accent-line);
      background: var(--accent-surface);
    }
    li > :last-child {
      flex: none;
    }
    li > .apart {
      flex: 0 1 9rem;
      text-align: end;
    }
    .placed {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-block-size: var(--touch);
      color: var(--accent-text);
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoosePeople {
  protected readonly store = inject(RoundStore);

  readonly chosen = input.required<readonly Ranked[]>();
  readonly most = input.required<number>();
  readonly empty = input.required<string>();
  readonly disabled = input(false);
  readonly changed = output<readonly Ranked[]>();

  protected readonly isFull = computed(() => this.chosen().length >= this.most());
  private readonly places = computed(() => new Map(this.chosen().map(({ id }, at) => [id, at + 1])));

  protected placeOf({ id }: MatchingPerson): number {
    return this.places().get(id) ?? 0;
  }

  protected take({ id, name, school, subject }: MatchingPerson): void {
    const hint = subject ? `${school.shortName} · ${subject}` : school.shortName;
    this.changed.emit([...this.chosen(), { id, name, hint }]);
  }
}
