import { DialogRef } from '@angular/cdk/dialog';
import { inject, Injectable, signal } from '@angular/core';
import { ProblemText } from '@qinglan/web-platform';

/** Sends what a dialog holds; refused, it stays open with the reason and nothing that was typed is lost. */
@Injectable()
export class Sending {
  private readonly dialog = inject<DialogRef<unknown>>(DialogRef);
  private readonly problems = inject(ProblemText);

  readonly isBusy = signal(false);
  readonly problem = signal<string | null>(null);

  async send<T>(act: () => Promise<T>): Promise<void> {
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      this.dialog.close(await act());
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
