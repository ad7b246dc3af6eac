import type { GrowthView } from '@qinglan/contracts';
import { type PairingState, type ShownState, shownState, Temporal } from '@qinglan/domain';
import type { IconName, Tone } from '@qinglan/web-ui';

/** One line of the gate. */
export type GateLine = GrowthView['gate'][number];
/** What meets a line of the gate. */
export type Evidence = GateLine['evidence'][number];
/** A goal of the plan. */
export type GoalView = NonNullable<GrowthView['plan']>['goals'][number];
/** A text of the pairing. */
export type TextView = GrowthView['texts'][number];

/** What is said of a pairing on a day. */
export const shownOf = (pairing: { readonly state: PairingState; readonly toDay: string | null }, today: string) =>
  shownState(
    { state: pairing.state, lastDay: pairing.toDay === null ? null : Temporal.PlainDate.from(pairing.toDay) },
    Temporal.PlainDate.from(today),
  );

/** How a state looks. */
export const pairingLook: Readonly<Record<ShownState, { readonly tone: Tone; readonly icon: IconName }>> = {
  nominated: { tone: 'neutral', icon: 'clock' },
  consenting: { tone: 'warn', icon: 'clock' },
  agreed: { tone: 'warn', icon: 'edit' },
  active: { tone: 'accent', icon: 'check' },
  paused: { tone: 'neutral', icon: 'clock' },
  assessing: { tone: 'warn', icon: 'eye' },
  completed: { tone: 'good', icon: 'check' },
  extended: { tone: 'neutral', icon: 'arrow' },
  'handed-over': { tone: 'neutral', icon: 'arrow' },
  dissolved: { tone: 'bad', icon: 'none' },
  lapsed: { tone: 'neutral', icon: 'none' },
  overdue: { tone: 'warn', icon: 'calendar' },
};

/** How a goal looks. */
export const goalLook: Readonly<Record<GoalView['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  open: { tone: 'neutral', icon: 'clock' },
  reached: { tone: 'good', icon: 'check' },
  dropped: { tone: 'neutral', icon: 'none' },
};

/** Where something is done about a line of the gate: further down on this page, or null where it is done from the pairing. */
export const placeOf: Readonly<Record<GateLine['requirement'], string | null>> = {
  agreement: null,
  obligation: null,
  panel: 'open-lessons',
  plan: 'plan',
  'mentor-observed': null,
  'mentee-observed': null,
  'lesson-plan': 'portfolio',
  'open-lesson': 'open-lessons',
  paper: 'portfolio',
};
