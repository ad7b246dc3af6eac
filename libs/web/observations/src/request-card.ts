import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservationRequestView } from '@qinglan/contracts';
import { BeijingDateTime, Languages, SessionStore } from '@qinglan/web-platform';
import { Badge, Button, Icon, type IconName, type Tone } from '@qinglan/web-ui';

const looks: Readonly<Record<ObservationRequestView['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  asked: { tone: 'warn', icon: 'clock' },
  accepted: { tone: 'good', icon: 'check' },
  declined: { tone: 'bad', icon: 'none' },
  withdrawn: { tone: 'neutral', icon: 'undo' },
};

/** One request: who asks what of whom, when, and the answer or the buttons to give it. */
@Component({
  selector: 'observations-request-card',
  imports: [Badge, BeijingDateTime, Button, Icon, RouterLink, TranslocoPipe],
  template: `
    @let one = request();
    <article class="card">
      <p class="head">
        <strong>{{ sentence() }}</strong>
        <ui-badge [tone]="look().tone" [icon]="look().icon">
          {{ 'observations.request.state.' + one.state | transloco }}
        </ui-badge>
      </p>
      <p>
        <bdi>{{ one.startsAt | beijingDateTime }}</bdi>
        @if (one.topic; as topic) {
          · {{ topic }}
        }
        @if (one.movedFrom; as before) {
          <ui-badge tone="warn" icon="move">{{
            'observations.request.moved' | transloco: { before: (before | beijingDateTime) }
          }}</ui-badge>
        }
        @if (one.lessonState === 'cancelled') {
          <ui-badge tone="bad" icon="none">{{ 'words.lessonState.cancelled' | transloco }}</ui-badge>
        }
      </p>
      @if (one.note; as note) {
        <p class="soft">
          <bdi>{{ note }}</bdi>
        </p>
      }
      @if (one.reason; as reason) {
        <p class="soft">
          {{ 'ui.reason' | transloco }}{{ 'problem.colon' | transloco }}<bdi>{{ reason }}</bdi>
        </p>
      }
      <p class="row">
        @if (one.state === 'asked' && isAskedOfMe()) {
          @if (one.lessonState !== 'cancelled') {
            <button uiButton="strong" type="button" (click)="accepted.emit(one)">
              <ui-icon name="check" />{{ 'observations.request.accept' | transloco }}
            </button>
          }
          <button uiButton type="button" (click)="declined.emit(one)">
            {{ 'observations.request.decline' | transloco }}
          </button>
        }
        @if (one.state === 'accepted' || (one.state === 'asked' && !isAskedOfMe())) {
          <button uiButton type="button" (click)="withdrawn.emit(one)">
            {{ 'observations.request.' + (one.state === 'accepted' ? 'callOff' : 'takeBack') | transloco }}
          </button>
        }
        @if (one.state === 'accepted' && isObserver()) {
          <a uiButton="quiet" routerLink="/observations/new" [queryParams]="{ request: one.id }">{{
            'observations.new.act' | transloco
          }}</a>
        }
      </p>
    </article>
  `,
  styles: `
    article {
      display: grid;
      gap: var(--space-2);
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--space-2);
    }
    .row:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequestCard {
  private readonly sessions = inject(SessionStore);
  private readonly languages = inject(Languages);

  readonly request = input.required<ObservationRequestView>();
  readonly accepted = output<ObservationRequestView>();
  readonly declined = output<ObservationRequestView>();
  readonly withdrawn = output<ObservationRequestView>();

  protected readonly look = computed(() => looks[this.request().state]);
  private readonly me = computed(() => this.sessions.session()?.person.id);
  protected readonly isAskedOfMe = computed(() => this.request().askedOf.id === this.me());
  protected readonly isObserver = computed(() => this.request().observerId === this.me());
  protected readonly sentence = computed(() => {
    const { askedBy, askedOf } = this.request();
    const who = (this.isAskedOfMe() ? 'ofMe' : 'byMe') + (this.isObserver() ? 'IHear' : 'IAmHeard');
    const { name } = this.isAskedOfMe() ? askedBy : askedOf;
    return this.languages.say(`observations.request.sentence.${who}`, { name: `\u2068${name}\u2069` });
  });
}
