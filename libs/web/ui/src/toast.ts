import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';

/** Says that something was done, or not, for a few seconds; screen readers hear it too. */
@Injectable({ providedIn: 'root' })
export class Toast {
  private readonly bar = inject(MatSnackBar);

  say(text: string): void {
    this.bar.open(text, undefined, { duration: 4000, panelClass: 'ui-toast' });
  }

  /** Longer, and spoken at once. */
  warn(text: string): void {
    this.bar.open(text, undefined, {
      duration: 8000,
      politeness: 'assertive',
      panelClass: ['ui-toast', 'ui-toast-bad'],
    });
  }
}
