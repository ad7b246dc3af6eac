import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { markOpenLesson, readOpenLesson } from '@qinglan/contracts';
import { asId, highestMark, type OpenLessonId } from '@qinglan/domain';
import { ApiClient, BeijingDay, remote, SessionStore } from '@qinglan/web-platform';
import { Badge, Button, Control, Field, Icon, Notice, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Acting } from './acting';
import { PanelTable } from './panel-table';

/** One open lesson for a member of its panel: the own mark, with a word. */
@Component({
  selector: 'growth-panel-page',
  imports: [
    Badge,
    BeijingDay,
    Button,
    Control,
    Field,
    FormsModule,
    Icon,
    Notice,
    Page,
    PanelTable,
    ProblemNotice,
    TranslocoPipe,
    Waiting,
  ],
  providers: [Acting],
  templateUrl: './panel.page.html',
  styles: `
    p {
      margin: 0;
    }
    h2 {
      margin: 0 0 var(--space-3);
    }
    input {
      max-inline-size: 12rem;
    }
    button {
      justify-self: start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PanelPage {
  protected readonly acting = inject(Acting);
  private readonly api = inject(ApiClient);
  private readonly sessions = inject(SessionStore);

  readonly openLessonId = input.required<string>();

  protected readonly most = highestMark;
  protected readonly lesson = remote(() =>
    this.api.call(readOpenLesson, { params: { openLessonId: this.openLessonId() } }),
  );
  private readonly own = computed(() => {
    const me = this.sessions.session()?.person.id;
    return this.lesson.value()?.panel.find(({ person }) => person.id === me) ?? null;
  });
  protected readonly mark = linkedSignal<number | null>(() => this.own()?.mark ?? null);
  protected readonly word = linkedSignal(() => this.own()?.word ?? '');
  private readonly isMark = computed(() => {
    const mark = this.mark();
    return mark !== null && Number.isInteger(mark) && mark >= 0 && mark <= highestMark;
  });
  private readonly isWord = computed(() => this.word().trim() !== '');
  /** What is missing is said once somebody wants to send; a wrong figure at once. */
  private readonly wasSent = signal(false);
  protected readonly isMarkWrong = computed(() => (this.wasSent() || this.mark() !== null) && !this.isMark());
  protected readonly isWordMissing = computed(() => this.wasSent() && !this.isWord());

  protected async send(): Promise<void> {
    const mark = this.mark();
    this.wasSent.set(true);
    if (mark === null || !this.isMark() || !this.isWord()) return;
    const params = { openLessonId: asId<OpenLessonId>(this.openLessonId()) };
    const call = { params, body: { mark, word: this.word() } };
    await this.acting.run(
      async () => this.lesson.put(await this.api.call(markOpenLesson, call)),
      'growth.panel.markDone',
    );
  }
}
