import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RoomSnapshot } from '@qinglan/contracts';
import { Languages, ProblemText } from '@qinglan/web-platform';
import { Button, Toast } from '@qinglan/web-ui';
import { RoomLink } from './room-link';

const most = 500;

/** How many pupils sit here: empty means unknown, which is not none. */
@Component({
  selector: 'app-head-count',
  imports: [Button, FormsModule, TranslocoPipe],
  template: `
    <form (submit)="save($event)" novalidate>
      <label for="head-count">{{ 'live.heads.ask' | transloco }}</label>
      <div class="stepper">
        <button
          type="button"
          [attr.aria-label]="'live.heads.fewer' | transloco"
          [disabled]="!wanted()"
          (click)="step(-1)"
        >
          −
        </button>
        <input
          id="head-count"
          name="head-count"
          type="number"
          inputmode="numeric"
          min="0"
          max="500"
          step="1"
          autocomplete="off"
          [placeholder]="'live.heads.empty' | transloco"
          [attr.aria-invalid]="isWrong() || null"
          [attr.aria-describedby]="'head-count-hint'"
          [ngModel]="wanted()"
          (ngModelChange)="wanted.set($event)"
        />
        <button type="button" [attr.aria-label]="'live.heads.more' | transloco" (click)="step(1)">+</button>
      </div>
      <button
        uiButton="strong"
        type="submit"
        class="save"
        [busy]="isSaving()"
        [disabled]="!isChanged() || isWrong() || isLinkDown()"
      >
        {{ 'ui.save' | transloco }}
      </button>
      <p id="head-count-hint" role="status">
        <bdi>{{ hint() }}</bdi>
      </p>
    </form>
  `,
  styleUrl: './head-count.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HeadCount {
  private readonly languages = inject(Languages);
  private readonly link = inject(RoomLink);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  readonly classroom = input.required<RoomSnapshot['classrooms'][number]>();
  readonly isLinkDown = input(false);

  private readonly counted = computed(() => this.classroom().headCount);
  protected readonly wanted = linkedSignal<number | null>(() => this.counted());
  protected readonly isSaving = signal(false);

  protected readonly isWrong = computed(() => {
    const wanted = this.wanted();
    return wanted !== null && (!Number.isInteger(wanted) || wanted < 0 || wanted > most);
  });
  protected readonly isChanged = computed(() => this.wanted() !== null && this.wanted() !== this.counted());
  protected readonly hint = computed(() => {
    const counted = this.counted();
    if (this.isWrong()) return this.languages.say('live.heads.wrong');
    if (this.isChanged()) return this.languages.say('live.heads.unsaved');
    if (counted === null) return this.languages.say('live.heads.hint');
    return this.languages.say('live.heads.saved', { n: counted });
  });

  protected step(by: 1 | -1): void {
    this.wanted.update((was) => Math.min(most, Math.max(0, (was ?? 0) + by)));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const wanted = this.wanted();
    if (wanted === null || !this.isChanged() || this.isWrong() || this.isLinkDown()) return;
    this.isSaving.set(true);
    try {
      await this.link.count(this.classroom().classroomId, wanted);
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.isSaving.set(false);
    }
  }
}
