import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservationView, SentEntryChange } from '@qinglan/contracts';
import { asId } from '@qinglan/domain';
import { BeijingDateTime, BeijingTime, uuid } from '@qinglan/web-platform';
import { Badge, Button, Control, Field, Icon } from '@qinglan/web-ui';
import { ObservationStore } from './observation.store';

type Amendment = ObservationView['amendments'][number];

/** What was written after the submission, beside the original: who, when, and to which remark. */
@Component({
  selector: 'observations-amendments',
  imports: [Badge, BeijingDateTime, BeijingTime, Button, Control, Field, FormsModule, Icon, TranslocoPipe],
  template: `
    <h2 id="amendments">{{ 'observations.amendments.title' | transloco }}</h2>
    <ul>
      @for (one of observation().amendments; track one.changeId) {
        <li>
          <p class="soft small">
            <bdi>{{ one.by.name }}</bdi>
            <bdi>{{ one.receivedAt | beijingDateTime }}</bdi>
            @if (one.field) {
              <ui-badge>{{ 'observations.heading.' + one.field | transloco }}</ui-badge>
            } @else if (about(one); as original) {
              <ui-badge icon="edit">{{
                (one.isRemoved ? 'observations.amendments.removes' : 'observations.amendments.about')
                  | transloco: { time: (original.at | beijingTime) }
              }}</ui-badge>
            } @else if (one.kind !== 'note') {
              <ui-badge>{{ 'observations.kind.' + one.kind | transloco }}</ui-badge>
            }
          </p>
          @if (one.text) {
            <p class="text">
              <bdi>{{ one.text }}</bdi>
            </p>
          }
        </li>
      }
      @for (remark of waiting(); track remark.changeId) {
        <li>
          <p class="soft small">
            <ui-badge icon="clock">{{ 'observations.remark.unsent' | transloco }}</ui-badge>
          </p>
          <p class="text">
            <bdi>{{ remark.text }}</bdi>
          </p>
        </li>
      }
      @if (observation().amendments.length === 0 && waiting().length === 0) {
        <li class="soft">{{ 'observations.amendments.none' | transloco }}</li>
      }
    </ul>
    @if (observation().mayAmend) {
      <form class="no-print" novalidate (submit)="write($event)">
        <ui-field
          [label]="'observations.amendments.add' | transloco"
          [hint]="'observations.amendments.hint' | transloco"
          [fault]="isEmpty() && text().trim() === '' ? ('observations.amendments.empty' | transloco) : null"
        >
          <textarea uiControl name="amendment" rows="2" maxlength="4000" [(ngModel)]="text"></textarea>
        </ui-field>
        <button uiButton type="submit"><ui-icon name="add" />{{ 'observations.amendments.act' | transloco }}</button>
      </form>
    }
  `,
  styles: `
    h2,
    p {
      margin: 0;
    }
    h2 {
      margin-block-end: var(--space-2);
    }
    ul {
      display: grid;
      gap: var(--space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .small {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-2);
    }
    .text {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    form {
      display: grid;
      justify-items: start;
      gap: var(--space-2);
      margin-block-start: var(--space-4);
    }
    ui-field {
      inline-size: 100%;
    }
    @media print {
      h2 {
        font-size: 12pt;
      }
    }
  `,
  host: { class: 'card', role: 'region', 'aria-labelledby': 'amendments' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Amendments {
  private readonly store = inject(ObservationStore);

  readonly observation = input.required<ObservationView>();

  protected readonly text = signal('');
  protected readonly isEmpty = signal(false);
  /** Written here and not there yet. */
  protected readonly waiting = computed(() => this.store.remarks().filter(({ isSent }) => !isSent));

  /** The remark of the original that it speaks of. */
  protected about({ entryId }: Amendment) {
    return this.observation().entries.find((entry) => entry.entryId === entryId);
  }

  protected async write(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text().trim();
    this.isEmpty.set(text === '');
    if (text === '') return;
    this.text.set('');
    const ids = {
      changeId: asId<SentEntryChange['changeId']>(uuid()),
      entryId: asId<SentEntryChange['entryId']>(uuid()),
    };
    const blank = { basedOn: null, kind: 'note' as const, view: null, tags: [], isRemoved: false };
    await this.store.write({ of: 'entry', change: { ...ids, ...blank, text, at: this.store.now() } });
  }
}
