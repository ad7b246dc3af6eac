import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpenLessonView } from '@qinglan/contracts';
import { Icon } from '@qinglan/web-ui';

/** Who sits on a panel, and what each said as far as the reader may see it. */
@Component({
  selector: 'growth-panel-table',
  imports: [Icon, TranslocoPipe],
  template: `
    <ul>
      @for (member of lesson().panel; track member.person.id) {
        <li>
          <ui-icon [name]="member.hasMarked ? 'check' : 'clock'" />
          <div>
            <p>
              <bdi>{{ member.person.name }}</bdi>
              <span class="soft small">{{ member.person.school.shortName }}</span>
              @if (!member.counts) {
                <span class="soft small">{{ 'growth.panel.notCounted' | transloco }}</span>
              }
            </p>
            @if (member.word) {
              <p class="small">
                <bdi>{{ member.word }}</bdi>
              </p>
            }
          </div>
          <strong class="figures">
            @if (member.mark !== null) {
              {{ member.mark }}
            } @else {
              <span class="soft small">{{
                (member.hasMarked ? 'growth.panel.marked' : 'growth.panel.waiting') | transloco
              }}</span>
            }
          </strong>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-1);
      margin: var(--space-2) 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: var(--space-2);
      overflow-wrap: anywhere;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--space-2);
      margin: 0;
    }
    ui-icon {
      color: var(--text-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PanelTable {
  readonly lesson = input.required<OpenLessonView>();
}
