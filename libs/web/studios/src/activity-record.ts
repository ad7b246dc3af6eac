import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { fewestPeople, type PersonId } from '@qinglan/domain';
import { Button, Control, Field, Icon } from '@qinglan/web-ui';
import type { Activity } from './shapes';

/** Who was there, and what came of it. */
export interface RecordGiven {
  readonly presentIds: PersonId[];
  readonly summary: string;
}

/** Writes a meeting down once it is over: everybody is ticked, those who missed it are unticked. */
@Component({
  selector: 'studios-activity-record',
  imports: [Button, Control, Field, FormsModule, Icon, TranslocoPipe],
  template: `
    <form class="card stack" novalidate (submit)="send($event)">
      <h2>{{ 'studios.record.title' | transloco }}</h2>
      <p class="soft small">{{ 'studios.record.hint' | transloco }}</p>
      <fieldset>
        <legend>
          {{ 'studios.record.who' | transloco: { n: present().size, all: activity().participants.length } }}
        </legend>
        @for (one of activity().participants; track one.id) {
          <label class="ui-tick">
            <input type="checkbox" [checked]="present().has(one.id)" (change)="toggle(one.id)" />
            <span>
              <bdi>{{ one.name }}</bdi> <bdi class="soft small">{{ one.school }}</bdi>
            </span>
          </label>
        }
      </fieldset>
      <ui-field [label]="'studios.record.summary' | transloco">
        <textarea
          uiControl
          name="summary"
          rows="4"
          maxlength="2000"
          required
          [placeholder]="'studios.record.placeholder' | transloco"
          [(ngModel)]="summary"
        ></textarea>
      </ui-field>
      <button uiButton="strong" type="submit" [busy]="busy()" [disabled]="!isReady()">
        <ui-icon name="check" />{{ 'studios.record.act' | transloco }}
      </button>
    </form>
  `,
  styles: `
    form {
      border-color: var(--accent-line);
    }
    h2,
    p {
      margin: 0;
    }
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
      gap: 0 var(--space-4);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-size: var(--size-small);
      font-weight: 500;
    }
    label span {
      display: grid;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    button {
      justify-self: start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityRecord {
  readonly activity = input.required<Activity>();
  readonly busy = input(false);
  readonly recorded = output<RecordGiven>();

  protected readonly present = linkedSignal<ReadonlySet<PersonId>>(
    () => new Set(this.activity().participants.map(({ id }) => id)),
  );
  protected readonly summary = signal('');
  protected readonly isReady = computed(() => this.summary().trim() !== '' && this.present().size >= fewestPeople);

  protected toggle(personId: PersonId): void {
    this.present.update((before) => {
      const after = new Set(before);
      if (!after.delete(personId)) after.add(personId);
      return after;
    });
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (this.busy() || !this.isReady()) return;
    this.recorded.emit({ presentIds: [...this.present()], summary: this.summary().trim() });
  }
}
