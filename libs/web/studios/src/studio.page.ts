import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, type StudioId } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Button, Dialogs, Icon, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { ActivityList } from './activity-list';
import { DiagnosisList } from './diagnosis-list';
import { HonourDialog, type HonourGiven } from './honour-dialog';
import { LineageTree } from './lineage-tree';
import { MentorCards } from './mentor-cards';
import type { Honour, Studio } from './shapes';
import { StudioDialog } from './studio-dialog';
import { StudioHeader } from './studio-header';
import { StudioStore } from './studio.store';

/** A studio as its members would show it: what it stands for, who guides whom, what comes next, where its lines lead. */
@Component({
  selector: 'studios-studio-page',
  imports: [
    ActivityList,
    Button,
    DiagnosisList,
    Icon,
    LineageTree,
    MentorCards,
    Page,
    ProblemNotice,
    RouterLink,
    StudioHeader,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './studio.page.html',
  styleUrl: './studio.page.scss',
  providers: [StudioStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StudioPage {
  protected readonly store = inject(StudioStore);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  private readonly toast = inject(Toast);

  readonly studioId = input.required<string>();

  protected readonly heading = computed(() => {
    const studio = this.store.studio.value();
    return studio
      ? this.languages.say('studios.name', { subject: studio.subject })
      : this.languages.say('studios.studio.title');
  });

  constructor() {
    effect(() => this.store.studioId.set(asId<StudioId>(this.studioId())));
  }

  protected async edit(studio: Studio): Promise<void> {
    this.take(await this.dialogs.open<Studio, Studio>(StudioDialog, studio));
  }

  protected async honour(studio: Studio, honour: Honour | null): Promise<void> {
    this.take(await this.dialogs.open<Studio, HonourGiven>(HonourDialog, { studio, honour }));
  }

  protected print(): void {
    globalThis.print();
  }

  /** What a dialog brought back, if it was not dismissed; then nobody knows and the page reads again. */
  private take(saved: Studio | undefined): void {
    if (!saved) return void this.store.studio.reload();
    this.store.put(saved);
    this.toast.say(this.languages.say('studios.saved'));
  }
}
