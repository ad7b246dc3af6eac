import { type ProblemExtras, Refused } from '@qinglan/api-platform';
import type { ProblemName } from '@qinglan/contracts';
import type {
  CohortRefusal,
  GrowthPlanRefusal,
  PairingEndRefusal,
  PanelRefusal,
  PauseRefusal,
  PetitionRefusal,
  PortfolioRefusal,
} from '@qinglan/domain';

type GrowthRefusal =
  | CohortRefusal
  | GrowthPlanRefusal
  | PairingEndRefusal
  | PanelRefusal
  | PauseRefusal
  | PetitionRefusal
  | PortfolioRefusal;

const renamed: Readonly<Record<string, ProblemName>> = {
  'pairing-transition': 'pairing-state',
  'reason-too-long': 'invalid-input',
};

function extrasOf(refusal: GrowthRefusal): ProblemExtras {
  switch (refusal.kind) {
    case 'goal-too-early':
      return { errors: [{ pointer: `#/goals/${String(refusal.at)}/byDay`, detail: refusal.kind }] };
    case 'cohort-open':
      return { detail: String(refusal.open) };
    case 'gate-closed':
      return { detail: String(refusal.missing) };
    case 'panel-too-small':
      return { detail: `${String(refusal.have)}/${String(refusal.need)}` };
    default:
      return {};
  }
}

type Named = Exclude<GrowthRefusal['kind'], keyof typeof renamed>;

/** A refusal of growth or completion as a problem. */
export const refusedGrowth = (refusal: GrowthRefusal): Refused =>
  new Refused(renamed[refusal.kind] ?? (refusal.kind as Named & ProblemName), extrasOf(refusal));
