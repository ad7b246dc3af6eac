import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { WeekMeeting } from '@qinglan/contracts';
import { BeijingTime } from '@qinglan/web-platform';
import { Icon } from '@qinglan/web-ui';
import { MeetingWords } from './meeting-words';

/** A meeting or an observation as a card of the grid: time, what it is, what about. */
@Component({
  selector: 'app-meeting-tile',
  imports: [BeijingTime, Icon],
  template: `
    <span class="line">
      <span class="figures">{{ meeting().startsAt | beijingTime }}</span>
      <ui-icon [name]="words.sign(meeting())" />
    </span>
    <strong>{{ words.what(meeting()) }}</strong>
    <span class="title" dir="auto">{{ meeting().title }}</span>
    @if (meeting().place; as place) {
      <span class="soft" dir="auto">{{ place }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      block-size: 100%;
      overflow: hidden;
      padding: 0.125rem var(--space-2);
      border: 1px solid var(--line-strong);
      border-inline-start: 4px double var(--accent);
      border-radius: var(--radius-small);
      background: var(--surface);
      color: var(--text);
      font-size: var(--size-tiny);
      line-height: 1.25;
      box-shadow: 0 1px 2px rgb(12 34 42 / 12%);
    }
    :host(:hover) {
      box-shadow: var(--shadow);
    }
    :host > * {
      flex: none;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    :host > strong {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    .line {
      display: flex;
      align-items: center;
      justify-content: space-between;
      font-weight: 600;
    }
    ui-icon {
      inline-size: 1em;
      block-size: 1em;
      color: var(--accent-text);
    }
    @media print {
      :host {
        padding: 0 0.5mm;
        font-size: 7px;
        line-height: 1.05;
        box-shadow: none;
        print-color-adjust: exact;
      }
    }
  `,
  host: { '[attr.title]': 'hint()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingTile {
  protected readonly words = inject(MeetingWords);
  readonly meeting = input.required<WeekMeeting>();

  /** What a narrow card cuts off, for the mouse. */
  protected readonly hint = computed(() => {
    const { title, place } = this.meeting();
    return [this.words.what(this.meeting()), title, place].filter(Boolean).join('\n');
  });
}
