import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ActivityId, asId } from '@qinglan/domain';
import {
  BeijingDay,
  beijingNow,
  BeijingTime,
  fieldTimeOf,
  Languages,
  momentOf,
  ProblemText,
  RefusalWords,
  SecondClock,
} from '@qinglan/web-platform';
import {
  Badge,
  Button,
  Confirm,
  Dialogs,
  Icon,
  MoveDialog,
  type MoveQuestion,
  Notice,
  Page,
  ProblemNotice,
  Toast,
  Waiting,
} from '@qinglan/web-ui';
import { ActivityHistory } from './activity-history';
import { activityLook } from './activity-look';
import { ActivityPeople } from './activity-people';
import { ActivityRecord, type RecordGiven } from './activity-record';
import { ActivityStore } from './activity.store';
import { InviteDialog } from './invite-dialog';
import { type Activity, lengths } from './shapes';

/** One meeting: what, when, where, who; afterwards who was there and what came of it. */
@Component({
  selector: 'studios-activity-page',
  imports: [
    ActivityHistory,
    ActivityPeople,
    ActivityRecord,
    Badge,
    BeijingDay,
    BeijingTime,
    Button,
    Icon,
    Notice,
    Page,
    ProblemNotice,
    RouterLink,
    SecondClock,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './activity.page.html',
  styleUrl: './activity.page.scss',
  providers: [ActivityStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityPage {
  protected readonly store = inject(ActivityStore);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly refusals = inject(RefusalWords);
  private readonly toast = inject(Toast);

  readonly activityId = input.required<string>();

  protected readonly busy = signal(false);
  protected readonly isCorrecting = signal(false);
  protected readonly look = computed(() => activityLook[this.store.activity.value()?.state ?? 'scheduled']);
  protected readonly heading = computed(
    () => this.store.activity.value()?.title ?? this.languages.say('studios.activity.title'),
  );
  protected readonly back = computed(() => {
    const activity = this.store.activity.value();
    return activity ? ['/studios', activity.studio.id] : ['/studios'];
  });

  constructor() {
    effect(() => this.store.activityId.set(asId<ActivityId>(this.activityId())));
  }

  protected async move(activity: Activity): Promise<void> {
    const moved = await this.dialogs.open<boolean, MoveQuestion>(MoveDialog, {
      heading: this.languages.say('studios.move.heading'),
      act: this.languages.say('studios.move.act'),
      ...{ from: fieldTimeOf(activity), today: beijingNow().day, lengths },
      send: ({ day, time, minutes, reason }) =>
        this.refusals.unless(this.store.move(activity, { startsAt: momentOf(day, time) ?? '', minutes, reason })),
    });
    if (moved) this.toast.say(this.languages.say('studios.move.done'));
    else await this.store.reload();
  }

  protected async invite(activity: Activity): Promise<void> {
    const changed = await this.dialogs.open<Activity, Activity>(InviteDialog, activity);
    if (!changed) return this.store.reload();
    this.toast.say(this.languages.say('studios.invite.done'));
    await this.store.take(changed);
  }

  protected async correct(activity: Activity, given: RecordGiven): Promise<void> {
    if (await this.change(this.store.correct(activity, given), 'studios.correct.done')) this.isCorrecting.set(false);
  }

  protected async cancel(activity: Activity): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('studios.cancel.ask'),
      text: this.languages.say('studios.cancel.askText'),
      act: this.languages.say('studios.cancel.act'),
      dismissal: this.languages.say('studios.cancel.keep'),
      look: 'danger',
      reason: 'needed',
    });
    if (yes) await this.change(this.store.cancel(activity, yes.reason), 'studios.cancel.done');
  }

  protected async record(activity: Activity, { presentIds, summary }: RecordGiven): Promise<void> {
    await this.change(this.store.record(activity, { presentIds, summary }), 'studios.record.done');
  }

  /** True when it was done. */
  private async change(act: Promise<void>, done: string): Promise<boolean> {
    this.busy.set(true);
    try {
      await act;
      this.toast.say(this.languages.say(done));
      return true;
    } catch (error) {
      this.toast.warn(this.problems.of(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
