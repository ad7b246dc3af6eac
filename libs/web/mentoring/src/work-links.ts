import type { Role } from '@qinglan/domain';
import type { IconName } from '@qinglan/web-ui';

/** A way from the mentoring page to what belongs to it. */
export interface WorkLink {
  readonly address: string;
  readonly label: 'matching' | 'tracking' | 'cohorts' | 'templates' | 'observations' | 'panels' | 'honours';
  readonly icon: IconName;
}

const matching: WorkLink = { address: '/matching', label: 'matching', icon: 'link' };
const tracking: WorkLink = { address: '/tracking', label: 'tracking', icon: 'eye' };
const cohorts: WorkLink = { address: '/cohorts', label: 'cohorts', icon: 'move' };
const templates: WorkLink = { address: '/agreement-templates', label: 'templates', icon: 'edit' };
const observations: WorkLink = { address: '/observations', label: 'observations', icon: 'list' };
const panels: WorkLink = { address: '/panels', label: 'panels', icon: 'check' };
const honours: WorkLink = { address: '/honours', label: 'honours', icon: 'studio' };

/** What each role finds beside its pairings, and whoever leads a studio; a link that would only refuse is not offered. */
export function workLinksOf(roles: readonly Role[], leadsStudio = false): readonly WorkLink[] {
  const is = (...some: readonly Role[]) => some.some((role) => roles.includes(role));
  const offered: readonly (readonly [WorkLink, boolean])[] = [
    [observations, is('mentor', 'mentee')],
    [panels, is('teacher', 'mentor')],
    [matching, is('mentor', 'mentee', 'coordinator', 'administrator', 'viewer')],
    [tracking, leadsStudio || is('coordinator', 'administrator', 'viewer')],
    [cohorts, leadsStudio || is('coordinator', 'administrator', 'viewer')],
    [templates, is('mentor', 'coordinator', 'administrator')],
    [honours, is('coordinator', 'administrator', 'viewer')],
  ];
  return offered.filter(([, may]) => may).map(([link]) => link);
}
