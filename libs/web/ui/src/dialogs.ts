import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/overlay';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** How a dialog sits on wide screens, a sheet at the end of the line; on phones each comes up from the lower edge. */
export type DialogWidth = 'narrow' | 'usual' | 'wide' | 'sheet';

const widths = { narrow: '26rem', usual: '36rem', wide: '56rem', sheet: '30rem' } as const;

/** Opens a component as a dialog and waits for what it closes with; undefined when it was dismissed. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly dialog = inject(Dialog);

  /** The component injects DIALOG_DATA and DialogRef of the CDK and shows a ui-dialog. */
  open<Result, Given = unknown>(
    component: ComponentType<unknown>,
    given: Given,
    width: DialogWidth = 'usual',
  ): Promise<Result | undefined> {
    const opened: DialogRef<Result> = this.dialog.open<Result, Given>(component, {
      data: given,
      width: widths[width],
      maxWidth: '100vw',
      panelClass: width === 'sheet' ? ['ui-dialog-panel', 'ui-sheet-panel'] : 'ui-dialog-panel',
      backdropClass: 'ui-backdrop',
      ariaModal: true,
      autoFocus: 'first-tabbable',
      ariaLabelledBy: 'ui-dialog-heading',
    });
    return firstValueFrom(opened.closed);
  }
}
