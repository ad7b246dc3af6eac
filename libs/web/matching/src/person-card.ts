import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingPerson } from '@qinglan/contracts';

/** Somebody of the other side: who, where, in what, and for how many there is room. */
@Component({
  selector: 'matching-person-card',
  imports: [TranslocoPipe],
  template: `
    <p class="name">
      <strong
        ><bdi>{{ person().name }}</bdi></strong
      >
    </p>
    <p class="soft small">
      <bdi>{{ person().school.name }}</bdi>
      @if (person().subject; as subject) {
        · <bdi>{{ subject }}</bdi>
      }
    </p>
    @if (person().specialities.length > 0) {
      <p class="small">
        <bdi>{{ words() | transloco: { words: person().specialities.join('、') } }}</bdi>
      </p>
    }
    @if (person().part === 'mentor') {
      <p class="soft small">
        @if (person().toldAt === null) {
          <bdi>{{ 'matching.card.untold' | transloco }}</bdi>
        } @else {
          <bdi>{{ 'matching.card.room' | transloco: { left: person().roomLeft, current: person().current } }}</bdi>
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
      min-inline-size: 0;
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonCard {
  readonly person = input.required<MatchingPerson>();

  protected words(): string {
    return this.person().part === 'mentor' ? 'matching.card.strong' : 'matching.card.needs';
  }
}
