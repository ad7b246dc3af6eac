import { inject, Injectable } from '@angular/core';
import { Languages } from '@qinglan/web-platform';
import { Confirm } from '@qinglan/web-ui';

/** Asks before something unsaved is left. */
@Injectable({ providedIn: 'root' })
export class Leaving {
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);

  async isWanted(): Promise<boolean> {
    const answer = await this.confirm.ask({
      heading: this.languages.say('ui.leaveUnsaved'),
      text: this.languages.say('ui.leaveUnsavedText'),
      act: this.languages.say('ui.leave'),
      look: 'danger',
    });
    return answer !== null;
  }
}
