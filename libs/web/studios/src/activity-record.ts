import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { fewestPeople, type PersonId } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Button, Control, Field, Icon, Notice } from '@qinglan/web-ui';
import type { Activity } from './shapes';

/** Who was there, and what came of it. */
export interface RecordGiven {
  readonly presentIds: PersonId[];
  readonly summary: string;
  /** Why it is corrected; empty where it is written for the first time. */
  readonly reason: string;
}

/** Writes a meeting down once it is over, or corrects that: everybody is ticked, those who missed it are unticked. */
@Component({
  selector: 'studios-activity-record',
  imports: [Button, Control, Field, FormsModule, Icon, Notice, TranslocoPipe],
  template: `
    <form class="card stack" novalidate (submit)="send($event)">
      <h2>{{ (isCorrection() ? 'studios.correct.title' : 'studios.record.title') | transloco }}</h2>
      <p class="soft small">{{ (isCorrection() ? 'studios.correct.hint' : 'studios.record.hint') | transloco }}</p>
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
      <ui-field [label]="'studios.record.summary' | transloco" [fault]="summaryFault()">
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
      @if (isCorrection()) {
        <ui-field [label]="'ui.reason' | transloco" [fault]="reasonFault()">
          <textarea uiControl name="reason" rows="2" maxlength="300" required [(ngModel)]="reason"></textarea>
        </ui-field>
      }
      @if (wasSent() && present().size < fewest) {
        <ui-notice tone="warn">{{ 'studios.record.tooFew' | transloco }}</ui-notice>
      }
      <div class="row">
        <button uiButton="strong" type="submit" [busy]="busy()">
          <ui-icon name="check" />{{ (isCorrection() ? 'studios.correct.act' : 'studios.record.act') | transloco }}
        </button>
        @if (isCorrection()) {
          <button uiButton type="button" (click)="cancelled.emit()">{{ 'ui.cancel' | transloco }}</button>
        }
      </div>
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
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityRecord {
  private readonly languages = inject(Languages);

  readonly activity = input.required<Activity>();
  readonly busy = input(false);
  readonly isCorrection = input(false);
  readonly cancelled = output();
  readonly recorded = output<RecordGiven>();

  protected readonly present = linkedSignal<ReadonlySet<PersonId>>(
    () => new Set(this.activity().participants.flatMap(({ id, wasThere }) => (wasThere === false ? [] : [id]))),
  );
  protected readonly summary = linkedSignal(() => this.activity().summary ?? '');
  protected readonly reason = signal('');
  protected readonly fewest = fewestPeople;
  protected readonly wasSent = signal(false);
  protected readonly summaryFault = computed(() => this.missing(this.summary(), 'needSummary'));
  protected readonly reasonFault = computed(() => this.missing(this.reason(), 'needReason'));
  private readonly isReady = computed(() => {
    const isSaid = this.summary().trim() !== '' && (!this.isCorrection() || this.reason().trim() !== '');
    return isSaid && this.present().size >= fewestPeople;
  });

  protected toggle(personId: PersonId): void {
    this.present.update((before) => {
      const after = new Set(before);
      if (!after.delete(personId)) after.add(personId);
      return after;
    });
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.wasSent.set(true);
    if (this.busy() || !this.isReady()) return;
    const said = { summary: this.summary().trim(), reason: this.reason().trim() };
    this.recorded.emit({ presentIds: [...this.present()], ...said });
  }

  /** What is missing is said once somebody wants to go on. */
  private missing(text: string, fault: string): string | null {
    return this.wasSent() && text.trim() === '' ? this.languages.say(`studios.record.${fault}`) : null;
  }
}
