import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@qinglan/web-ui';
import { Plaque } from './plaque';
import type { StudioRow } from './shapes';

/** A studio in the list: what it works in, who leads it, where it lives, what it was given. */
@Component({
  selector: 'studios-card',
  imports: [Icon, Plaque, RouterLink, TranslocoPipe],
  template: `
    <a [routerLink]="['/studios', studio().id]" [class.medical]="studio().field === 'medical'">
      <span class="field">
        {{ 'studios.field.' + studio().field | transloco }}
      </span>
      <h2>{{ 'studios.name' | transloco: { subject: studio().subject } }}</h2>
      <p class="soft">
        <ui-icon name="school" /><bdi>{{ studio().host.shortName }}</bdi>
      </p>
      <p class="soft">
        <ui-icon name="person" />
        @if (studio().lead; as lead) {
          {{ 'studios.lead' | transloco }} <bdi>{{ lead.name }}</bdi>
        } @else {
          {{ 'studios.noLead' | transloco }}
        }
      </p>
      <p class="counts figures">
        {{ 'studios.counts' | transloco: { mentors: studio().mentors, mentees: studio().mentees } }}
        · {{ 'studios.activitiesThisTerm' | transloco: { n: studio().activities } }}
      </p>
      @if (studio().honours.length > 0) {
        <span class="plaques">
          @for (honour of studio().honours.slice(0, 2); track honour.id) {
            <studios-plaque [honour]="honour" />
          }
        </span>
      }
    </a>
  `,
  styleUrl: './studio-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StudioCard {
  readonly studio = input.required<StudioRow>();
}
