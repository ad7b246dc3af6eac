import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDateTime, type PagedList } from '@qinglan/web-platform';
import { Button, ProblemNotice, Waiting } from '@qinglan/web-ui';
import type { Diagnosis } from './shapes';

/** Lessons that the studio diagnoses, as far as the reader may see them. */
@Component({
  selector: 'studios-diagnosis-list',
  imports: [BeijingDateTime, Button, ProblemNotice, RouterLink, TranslocoPipe, Waiting],
  template: `
    @let all = list()();
    @switch (all.state) {
      @case ('loading') {
        <ui-waiting [lines]="3" />
      }
      @case ('failed') {
        <ui-problem [problem]="all.problem" (again)="list().reload()" />
      }
      @case ('ready') {
        <ul>
          @for (one of all.value; track one.lesson.id) {
            <li class="card">
              <a [routerLink]="['/lessons', one.lesson.id]">
                {{ one.lesson.subject }}
                @if (one.lesson.topic) {
                  · {{ one.lesson.topic }}
                }
              </a>
              <p class="soft small">
                <bdi>{{ one.lesson.startsAt | beijingDateTime }}</bdi> · <bdi>{{ one.lesson.presenter }}</bdi> ·
                <bdi>{{ one.lesson.presentingSchool }}</bdi> – <bdi>{{ one.lesson.receivingSchool }}</bdi>
              </p>
              <p class="focus">{{ 'studios.diagnoses.focus' | transloco: { focus: one.focus } }}</p>
            </li>
          } @empty {
            <li class="soft">{{ 'studios.diagnoses.none' | transloco }}</li>
          }
        </ul>
        @if (list().hasMore()) {
          <button uiButton type="button" [busy]="list().loadingMore()" (click)="list().more()">
            {{ 'ui.more' | transloco }}
          </button>
        }
      }
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
      margin: 0 0 var(--space-2);
      padding: 0;
      list-style: none;
    }
    .card {
      padding: var(--space-3) var(--space-4);
      overflow-wrap: anywhere;
      break-inside: avoid;
    }
    a {
      font-weight: 600;
    }
    p {
      margin: var(--space-1) 0 0;
    }
    .focus {
      white-space: pre-line;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DiagnosisList {
  readonly list = input.required<PagedList<Diagnosis>>();
}
