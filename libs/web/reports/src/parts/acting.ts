import { inject, Injectable, signal } from '@angular/core';
import { Languages, ProblemText } from '@qinglan/web-platform';
import { Toast } from '@qinglan/web-ui';

/** One act at a time on a page: it says that it was done, or why not. */
@Injectable()
export class Acting {
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  /** Which act is under way. */
  readonly busy = signal<string | null>(null);

  /** `done` is the key of what is said afterwards; tells whether it was done. */
  async run(name: string, act: () => Promise<unknown>, done?: string): Promise<boolean> {
    if (this.busy() !== null) return false;
    this.busy.set(name);
    try {
      await act();
      if (done) this.toast.say(this.languages.say(done));
      return true;
    } catch (error) {
      this.toast.warn(this.problems.of(error));
      return false;
    } finally {
      this.busy.set(null);
    }
  }
}
