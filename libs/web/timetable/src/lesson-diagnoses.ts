import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readLessonDiagnoses, type ReplyOf } from '@qinglan/contracts';
import type { LessonId } from '@qinglan/domain';
import { ApiClient, remote } from '@qinglan/web-platform';
import { Button, Dialogs, Icon } from '@qinglan/web-ui';
import { DiagnosisDialog, type DiagnosisGiven } from './diagnosis-dialog';

type Diagnoses = ReplyOf<typeof readLessonDiagnoses>;
type Diagnosis = Diagnoses['items'][number];

/** What studios look at in this lesson; lead and mentors of a studio attach it here. Nothing where there is nothing. */
@Component({
  selector: 'app-lesson-diagnoses',
  imports: [Button, Icon, RouterLink, TranslocoPipe],
  template: `
    @if (diagnoses.value(); as all) {
      @if (all.items.length > 0) {
        <section class="card">
          <h2>{{ 'timetable.diagnosis.title' | transloco }}</h2>
          @for (one of all.items; track one.studio.id) {
            <div class="one">
              <a [routerLink]="['/studios', one.studio.id]">
                {{ 'timetable.diagnosis.studio' | transloco: { subject: one.studio.subject } }}
              </a>
              <p>{{ one.focus }}</p>
              @if (one.mayChange) {
                <button uiButton="quiet" type="button" class="no-print" (click)="change(one)">
                  <ui-icon name="edit" />{{ 'timetable.diagnosis.change' | transloco }}
                </button>
              }
            </div>
          }
        </section>
      }
      @if (all.mayAttachFor.length > 0) {
        <button uiButton type="button" class="no-print" (click)="attach(all)">
          <ui-icon name="studio" />{{ 'timetable.diagnosis.attach' | transloco }}
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--space-3);
    }
    :host:empty {
      display: none;
    }
    section {
      inline-size: 100%;
    }
    h2,
    p {
      margin: 0 0 var(--space-1);
    }
    .one + .one {
      margin-block-start: var(--space-3);
    }
    p {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonDiagnoses {
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);

  readonly lessonId = input.required<LessonId>();

  protected readonly diagnoses = remote(() =>
    this.api.call(readLessonDiagnoses, { params: { lessonId: this.lessonId() } }),
  );

  protected attach({ mayAttachFor }: Diagnoses): Promise<void> {
    return this.open({ lessonId: this.lessonId(), studios: mayAttachFor, focus: '', version: 0 });
  }

  protected change({ studio, focus, version }: Diagnosis): Promise<void> {
    return this.open({ lessonId: this.lessonId(), studios: [studio], focus, version });
  }

  private async open(given: DiagnosisGiven): Promise<void> {
    await this.dialogs.open<true, DiagnosisGiven>(DiagnosisDialog, given);
    await this.diagnoses.reload();
  }
}
