import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GrowthView } from '@qinglan/contracts';
import { BeijingDay, Languages } from '@qinglan/web-platform';
import { Icon } from '@qinglan/web-ui';
import type { Evidence, GateLine } from './shapes';

/** The gate of completion as a checklist: what is asked, how much is there, and where to look at it. */
@Component({
  selector: 'growth-gate',
  imports: [BeijingDay, Icon, RouterLink, TranslocoPipe],
  templateUrl: './growth-gate.html',
  styleUrl: './growth-gate.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GrowthGate {
  private readonly languages = inject(Languages);

  readonly growth = input.required<GrowthView>();

  protected readonly met = computed(() => this.growth().gate.filter(({ isMet }) => isMet).length);
  protected readonly shown = 3;

  protected name(line: GateLine): string {
    if (!line.obligation) return this.languages.say(`growth.gate.line.${line.requirement}`);
    const kind = this.languages.say(`words.obligationKind.${line.obligation}`);
    return this.languages.say('growth.gate.line.obligation', { kind });
  }

  /** Things that have a page of their own; what was counted by hand stands further down on this one. */
  protected linkOf({ of, id }: Evidence): readonly string[] | null {
    switch (of) {
      case 'lesson':
        return ['/lessons', id, 'record'];
      case 'observation':
        return ['/observations', id];
      case 'activity':
        return ['/activities', id];
      case 'open-lesson':
        return ['/panels', id];
      default:
        return null;
    }
  }

  protected titleOf({ of, title }: Evidence): string {
    return title || this.languages.say(`growth.gate.of.${of}`);
  }
}
