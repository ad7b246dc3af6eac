import { inject, Injectable, signal } from '@angular/core';
import { isProblem, Languages, ProblemText } from '@qinglan/web-platform';
import { Toast } from '@qinglan/web-ui';
import { RoundStore } from './round.store';

/** Does one thing at a time in a round, says what came of it, and reads again what somebody else has changed. */
@Injectable()
export class Acting {
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly store = inject(RoundStore);
  private readonly toast = inject(Toast);

  readonly isBusy = signal(false);

  /** `done` is a key below `matching.done`. */
  async do(act: () => Promise<void>, done: string): Promise<boolean> {
    this.isBusy.set(true);
    try {
      await act();
      this.toast.say(this.languages.say(`matching.done.${done}`));
      return true;
    } catch (error) {
      this.toast.warn(this.problems.of(error));
      if (isProblem(error, 'stale')) await this.store.round.reload();
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }
}
