import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Languages, warnBeforeUnload, type AsksBeforeLeaving } from '@qinglan/web-platform';
import {
  Button,
  Confirm,
  Control,
  Field,
  Icon,
  Nothing,
  Notice,
  Page,
  ProblemNotice,
  Toast,
  Waiting,
} from '@qinglan/web-ui';
import { RegisterContext } from '../register-context';
import { BellEditorStore } from './bell-editor.store';
import { BellSeason } from './bell-season';
import { BellWords } from './bell-words';
import { SeasonEditor } from './season-editor';

/** Adds or changes a bell schedule; what is wrong with it is said while it is written. */
@Component({
  selector: 'register-bell-editor-page',
  imports: [
    BellSeason,
    Button,
    Control,
    Field,
    Icon,
    Nothing,
    Notice,
    Page,
    ProblemNotice,
    RouterLink,
    SeasonEditor,
    TranslocoPipe,
    Waiting,
  ],
  providers: [BellEditorStore, BellWords],
  templateUrl: './bell-editor.page.html',
  styleUrl: './bell-editor.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BellEditorPage implements AsksBeforeLeaving {
  /** None adds one. */
  readonly bellScheduleId = input<string>();

  protected readonly register = inject(RegisterContext);
  protected readonly store = inject(BellEditorStore);
  protected readonly words = inject(BellWords);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);

  protected readonly bell = computed(
    () => this.register.bells.value()?.find((bell) => bell.id === this.bellScheduleId()) ?? null,
  );
  protected readonly isThere = computed(() => this.bellScheduleId() === undefined || this.bell() !== null);
  private hasBegun = false;

  constructor() {
    effect(() => {
      const isReady = this.register.bells().state === 'ready';
      const bell = this.bell();
      if (this.hasBegun || !isReady) return;
      this.hasBegun = true;
      untracked(() => this.store.begin(bell));
    });
    warnBeforeUnload(() => this.store.isDirty());
  }

  async mayLeave(): Promise<boolean> {
    if (!this.store.isDirty()) return true;
    const yes = await this.confirm.ask({
      heading: this.languages.say('ui.leaveUnsaved'),
      text: this.languages.say('ui.leaveUnsavedText'),
      act: this.languages.say('ui.leave'),
      look: 'danger',
    });
    return yes !== null;
  }

  protected async save(): Promise<void> {
    if (!(await this.store.save())) return;
    this.toast.say(this.languages.say('register.saved', { name: this.store.fields().name }));
    await Promise.all([this.register.bells.reload(), this.router.navigate(['/register/bells'])]);
  }
}
