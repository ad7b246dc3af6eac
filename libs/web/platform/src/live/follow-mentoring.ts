import { inject } from '@angular/core';
import { mentoringChanged, watchMentoring } from '@qinglan/contracts';
import { LiveClient } from './live-client';

/**
 * Looks again whenever something of one's own in mentoring changed, and after each connection, since what happened while
 * the link was down was told to nobody.
 */
export function followMentoring(look: () => unknown): void {
  const live = inject(LiveClient);
  live.listen(mentoringChanged, look);
  live.eachConnection(() => void live.send(watchMentoring, {}).then(look, () => undefined));
}
