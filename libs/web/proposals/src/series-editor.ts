import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Icon } from '@qinglan/web-ui';
import { CastFields } from './cast-fields';
import { CastStore } from './cast.store';
import { Deadlines } from './deadlines';
import { focusFirstFault } from './focus-fault';
import { PlaceFields } from './place-fields';
import { PreviewPanel } from './preview';
import { SeriesSending } from './series.sending';
import { SeriesStore } from './series.store';
import { TermStore } from './term.store';

/** The form of a series at the start side, what it gives at the end side. */
@Component({
  selector: 'proposals-series-editor',
  imports: [Button, CastFields, Icon, PlaceFields, PreviewPanel, TranslocoPipe],
  providers: [Deadlines, SeriesSending, TermStore],
  templateUrl: './series-editor.html',
  styleUrl: './series-editor.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeriesEditor {
  protected readonly store = inject(SeriesStore);
  private readonly cast = inject(CastStore);
  private readonly terms = inject(TermStore);
  protected readonly sending = inject(SeriesSending);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly askedSchool = computed(() => this.cast.partner()?.shortName ?? '');

  constructor() {
    this.store.isEdited.set(true);
    this.cast.follow(this.store.fields, (change) => this.store.fill(change));
    this.terms.follow({
      fields: this.store.fields,
      side: this.cast.presentingSide,
      ownId: computed(() => this.cast.own()?.id ?? null),
    });
    effect(() => {
      const current = this.terms.currentTerm();
      if (current && this.store.fields().termCode === null)
        untracked(() => this.store.fill({ termCode: current.code }));
    });
  }

  protected save(): Promise<void> {
    return this.whenComplete(() => this.sending.save());
  }

  protected send(): Promise<void> {
    return this.whenComplete(() => this.sending.send(this.askedSchool()));
  }

  private async whenComplete(act: () => Promise<void>): Promise<void> {
    if (!this.store.isComplete()) return focusFirstFault(this.host.nativeElement);
    await act();
  }
}
