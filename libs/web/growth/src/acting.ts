import { inject, Injectable, signal } from '@angular/core';
import { Languages, ProblemText } from '@qinglan/web-platform';
import { Toast } from '@qinglan/web-ui';

/** One act at a time on a page: it says that it was done, or why not. */
@Injectable()
export class Acting {
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  readonly isBusy = signal(false);

  /** `done` is the key of what is said afterwards. */
  async run(act: () => Promise<unknown>, done: string): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await act();
      this.toast.say(this.languages.say(done));
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
