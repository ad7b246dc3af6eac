import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { activityKinds, asId, type ClassroomId, type StudioId } from '@qinglan/domain';
import { beijingNow, Languages, PeopleSearch, RefusalWords } from '@qinglan/web-platform';
import {
  Button,
  Control,
  Field,
  Icon,
  Notice,
  Page,
  ProblemNotice,
  Refusal,
  SearchMany,
  SearchSelect,
  TimeFields,
  Toast,
  Waiting,
} from '@qinglan/web-ui';
import { ArrangeStore } from './arrange.store';
import { lengths } from './shapes';

/** Arranges a meeting of a studio: what, when, where, who. */
@Component({
  selector: 'studios-arrange-page',
  imports: [
    Button,
    Control,
    Field,
    FormsModule,
    Icon,
    Notice,
    Page,
    ProblemNotice,
    Refusal,
    SearchMany,
    SearchSelect,
    TimeFields,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './arrange.page.html',
  styleUrl: './arrange.page.scss',
  providers: [ArrangeStore, PeopleSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ArrangePage {
  protected readonly store = inject(ArrangeStore);
  protected readonly search = inject(PeopleSearch);
  private readonly refusals = inject(RefusalWords);
  private readonly languages = inject(Languages);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);

  readonly studioId = input.required<string>();

  protected readonly kinds = activityKinds;
  protected readonly lengths = lengths;
  protected readonly wasSent = signal(false);
  protected readonly lacks = this.store.lacks;
  protected readonly today = beijingNow().day;
  protected readonly refusal = computed(() => {
    const problem = this.store.problem();
    return problem && this.refusals.of(problem);
  });
  protected readonly roomChoices = computed(() =>
    (this.store.rooms.value()?.items ?? []).map(({ id, name, organisation }) => ({
      value: id,
      label: name,
      hint: organisation,
    })),
  );
  protected readonly subtitle = computed(() => {
    const studio = this.store.studio.value();
    return studio ? this.languages.say('studios.name', { subject: studio.subject }) : null;
  });

  constructor() {
    effect(() => this.store.studioId.set(asId<StudioId>(this.studioId())));
    effect(() => {
      if (this.store.people.value() && this.store.studio.value()) this.store.chooseMine();
    });
  }

  protected chooseRoom(classroomId: ClassroomId | null): void {
    this.store.fill({ classroomId });
  }

  protected async send(event?: Event): Promise<void> {
    event?.preventDefault();
    this.wasSent.set(true);
    if (this.store.isSending() || this.lacks().length > 0) return;
    const arranged = await this.store.send();
    if (!arranged) return;
    this.toast.say(this.languages.say('studios.arrange.done'));
    await this.router.navigate(['/activities', arranged.id], { replaceUrl: true });
  }

  /** A start that the answer proposed: one tap takes it. */
  protected async take(time: string): Promise<void> {
    this.store.fill({ time });
    await this.send();
  }
}
