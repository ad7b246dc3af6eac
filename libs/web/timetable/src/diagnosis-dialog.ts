import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { saveDiagnosis, type readLessonDiagnoses, type ReplyOf } from '@qinglan/contracts';
import type { LessonId, StudioId } from '@qinglan/domain';
import { ApiClient, ProblemText } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';

/** For which studios the lesson may be diagnosed, and what stands there so far. */
export interface DiagnosisGiven {
  readonly lessonId: LessonId;
  readonly studios: ReplyOf<typeof readLessonDiagnoses>['mayAttachFor'];
  readonly focus: string;
  readonly version: number;
}

/** Says what a studio looks at in a lesson. */
@Component({
  selector: 'app-diagnosis-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, TranslocoPipe],
  template: `
    <ui-dialog
      [heading]="'timetable.diagnosis.attach' | transloco"
      [act]="'timetable.diagnosis.save' | transloco"
      [busy]="busy()"
      [disabled]="focus().trim() === ''"
      (acted)="save()"
    >
      <div class="stack">
        <p class="soft">{{ 'timetable.diagnosis.about' | transloco }}</p>
        @if (given.studios.length > 1) {
          <ui-field [label]="'timetable.diagnosis.which' | transloco">
            <select uiControl name="studio" [(ngModel)]="studioId">
              @for (studio of given.studios; track studio.id) {
                <option [value]="studio.id">
                  {{ 'timetable.diagnosis.studio' | transloco: { subject: studio.subject } }}
                </option>
              }
            </select>
          </ui-field>
        }
        <ui-field [label]="'timetable.diagnosis.focus' | transloco">
          <textarea
            uiControl
            name="focus"
            rows="4"
            maxlength="500"
            required
            [placeholder]="'timetable.diagnosis.placeholder' | transloco"
            [(ngModel)]="focus"
          ></textarea>
        </ui-field>
        @if (problem(); as text) {
          <ui-notice tone="bad">{{ text }}</ui-notice>
        }
      </div>
    </ui-dialog>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DiagnosisDialog {
  private readonly api = inject(ApiClient);
  private readonly problems = inject(ProblemText);
  private readonly dialog = inject<DialogRef<true>>(DialogRef);
  protected readonly given = inject<DiagnosisGiven>(DIALOG_DATA);

  protected readonly studioId = signal<StudioId | undefined>(this.given.studios[0]?.id);
  protected readonly focus = signal(this.given.focus);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async save(): Promise<void> {
    const studioId = this.studioId();
    if (!studioId) return;
    this.busy.set(true);
    this.problem.set(null);
    const { lessonId, version } = this.given;
    const body = { focus: this.focus().trim() };
    try {
      await this.api.call(saveDiagnosis, { params: { studioId, lessonId }, body, version });
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
