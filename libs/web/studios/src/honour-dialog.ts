import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { saveHonour } from '@qinglan/contracts';
import { asId } from '@qinglan/domain';
import { ApiClient, beijingNow, Languages, ProblemText, uuid } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import type { Honour, Studio } from './shapes';

/** The studio, and the honour to correct or null for a new one. */
export interface HonourGiven {
  readonly studio: Studio;
  readonly honour: Honour | null;
}

/** An honour as its source states it. */
@Component({
  selector: 'studios-honour-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, TranslocoPipe],
  template: `
    <ui-dialog
      [heading]="(given.honour ? 'studios.honour.heading' : 'studios.honour.add') | transloco"
      [act]="'studios.save' | transloco"
      [busy]="busy()"
      (acted)="save()"
    >
      <div class="stack">
        <ui-field [label]="'studios.honour.title' | transloco" [fault]="faultOf(title().trim() !== '')">
          <input uiControl name="title" maxlength="60" required [(ngModel)]="title" />
        </ui-field>
        <ui-field
          [label]="'studios.honour.levelLabel' | transloco"
          [hint]="'studios.honour.levelHint' | transloco"
          [fault]="faultOf(level().trim() !== '')"
        >
          <input uiControl name="level" maxlength="30" required list="studios-levels" [(ngModel)]="level" />
        </ui-field>
        <datalist id="studios-levels">
          @for (one of levels; track one) {
            <option [value]="one"></option>
          }
        </datalist>
        <ui-field [label]="'studios.honour.year' | transloco" [fault]="faultOf(isYear())">
          <input uiControl name="year" type="number" min="1990" max="2100" required [(ngModel)]="year" />
        </ui-field>
        <ui-field [label]="'studios.honour.evidence' | transloco">
          <select uiControl name="evidence" [(ngModel)]="evidence">
            @for (one of evidences; track one) {
              <option [value]="one">{{ 'studios.evidence.' + one | transloco }}</option>
            }
          </select>
        </ui-field>
        @if (problem(); as text) {
          <ui-notice tone="bad">{{ text }}</ui-notice>
        }
      </div>
    </ui-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HonourDialog {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly dialog = inject<DialogRef<Studio>>(DialogRef);
  protected readonly given = inject<HonourGiven>(DIALOG_DATA);
  /** Made once, so that a repeated save adds one honour. */
  private readonly newId = uuid();

  protected readonly levels = ['国家', '自治区', '省', '地区', '市', '自治区、地区'];
  protected readonly evidences = ['stated', 'inferred', 'demo'] as const;
  protected readonly title = signal(this.given.honour?.title ?? '');
  protected readonly level = signal(this.given.honour?.level ?? '');
  protected readonly year = signal(this.given.honour?.year ?? Number(beijingNow().day.slice(0, 4)));
  protected readonly evidence = signal<Honour['evidence']>(this.given.honour?.evidence ?? 'stated');
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly wasSent = signal(false);
  protected readonly isYear = computed(() => this.year() >= 1990 && this.year() <= 2100);
  private readonly isReady = computed(() => this.title().trim() !== '' && this.level().trim() !== '' && this.isYear());

  protected faultOf(isRight: boolean): string | null {
    return this.wasSent() && !isRight ? this.languages.say('studios.honour.lacks') : null;
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (!this.isReady()) return;
    this.busy.set(true);
    this.problem.set(null);
    const { studio, honour } = this.given;
    const params = { studioId: studio.id, honourId: honour?.id ?? asId<Honour['id']>(this.newId) };
    const body = { title: this.title(), level: this.level(), year: this.year(), evidence: this.evidence() };
    try {
      this.dialog.close(await this.api.call(saveHonour, { params, body, version: honour?.version ?? 0 }));
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
