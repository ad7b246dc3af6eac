import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, type ObservationId } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Badge, Button, Icon, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Notebook } from './notebook';
import { standingOf } from './observation-standing';
import { ObservationOutbox } from './observation-outbox';
import { ObservationStore } from './observation.store';
import { Reading } from './reading';
import { SendingLine } from './sending-line';

/** One observation: the notebook while it is open, the page of a listening book afterwards. */
@Component({
  selector: 'observations-page',
  imports: [Badge, Button, Icon, Notebook, Page, ProblemNotice, Reading, SendingLine, TranslocoPipe, Waiting],
  template: `
    <ui-page
      [heading]="heading()"
      [back]="['/observations']"
      [backLabel]="'observations.list.title' | transloco"
      [subtitle]="subtitle()"
      [sheet]="isSubmitted()"
    >
      @let found = store.observation();
      @if (standing(); as one) {
        <ui-badge uiBesideHeading [tone]="one.tone" [icon]="one.icon">
          {{ 'observations.standing.' + one.word | transloco }}
        </ui-badge>
      }
      @if (isSubmitted()) {
        <button uiActs uiButton type="button" (click)="print()">
          <ui-icon name="print" />{{ 'ui.print' | transloco }}
        </button>
      }
      @switch (found.state) {
        @case ('loading') {
          <ui-waiting [lines]="8" />
        }
        @case ('failed') {
          <ui-problem [problem]="found.problem" (again)="store.observation.reload()" />
        }
        @case ('ready') {
          @if (found.value.mayWrite) {
            <observations-notebook [observation]="found.value" />
          } @else {
            @if (store.sending().state !== 'sent') {
              <observations-sending-line [sending]="store.sending()" (again)="store.flush()" />
            }
            <observations-reading [observation]="found.value" />
          }
        }
      }
    </ui-page>
  `,
  styles: `
    observations-sending-line {
      display: block;
      margin-block-end: var(--space-4);
    }
  `,
  providers: [ObservationOutbox, ObservationStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ObservationPage {
  protected readonly store = inject(ObservationStore);
  private readonly languages = inject(Languages);

  readonly observationId = input.required<string>();

  protected readonly standing = computed(() => {
    const one = this.store.observation.value();
    return one ? standingOf(one) : null;
  });
  protected readonly isSubmitted = computed(() => (this.store.observation.value()?.state ?? 'open') !== 'open');
  protected readonly heading = computed(() => {
    const topic = this.store.heading()?.topic ?? this.store.observation.value()?.subject;
    return topic ?? this.languages.say('observations.title');
  });
  protected readonly subtitle = computed(() => {
    const one = this.store.observation.value();
    if (!one) return null;
    const who = { observer: isolated(one.observer.name), observed: isolated(one.observed.name) };
    return this.languages.say('observations.whoHearsWhom', who);
  });

  constructor() {
    effect(() => this.store.observationId.set(asId<ObservationId>(this.observationId())));
  }

  protected print(): void {
    globalThis.print();
  }
}

const isolated = (name: string): string => `\u2068${name}\u2069`;
