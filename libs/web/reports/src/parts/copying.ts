import { inject, Injectable } from '@angular/core';
import { Languages } from '@qinglan/web-platform';
import { Dialogs, Toast } from '@qinglan/web-ui';
import { type Copied, CopyDialog } from './copy-dialog';

/** Puts a text into the clipboard and says so, or shows it to be copied by hand. */
@Injectable()
export class Copying {
  private readonly languages = inject(Languages);
  private readonly toast = inject(Toast);
  private readonly dialogs = inject(Dialogs);

  /** `said` is the key of what is said afterwards. */
  async copy(copied: Copied, said: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(copied.text);
      this.toast.say(this.languages.say(said));
    } catch {
      // Plain http or an old browser keeps the clipboard closed: the text is shown, to be copied by hand.
      await this.dialogs.open<never, Copied>(CopyDialog, copied);
    }
  }
}
