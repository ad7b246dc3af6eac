import type { PairingState } from '@qinglan/domain';

/** The stations of a pairing as people tell them; each stands for the states that lie in it. */
export const stations = ['nominated', 'consenting', 'agreed', 'active', 'assessing', 'end'] as const;

/** One station of the way. */
export type Station = (typeof stations)[number];

/** A station, and whether it was reached. */
export interface Step {
  readonly station: Station;
  /** `open`: gone past, and yet not done. */
  readonly standing: 'done' | 'open' | 'now' | 'ahead' | 'left-out';
  /** The state that is said in its place, where it is another than the station. */
  readonly state: PairingState | null;
}

const stationOf: Readonly<Record<PairingState, Station>> = {
  nominated: 'nominated',
  consenting: 'consenting',
  agreed: 'agreed',
  active: 'active',
  paused: 'active',
  assessing: 'assessing',
  completed: 'end',
  extended: 'end',
  'handed-over': 'end',
  dissolved: 'end',
  lapsed: 'end',
};

/** What a pairing that ended never went through: who lapsed was never active, and only a completion is assessed. */
const skipped: Readonly<Partial<Record<PairingState, ReadonlySet<Station>>>> = {
  lapsed: new Set<Station>(['agreed', 'active', 'assessing']),
  extended: new Set<Station>(['assessing']),
  'handed-over': new Set<Station>(['assessing']),
  dissolved: new Set<Station>(['assessing']),
};

const named: ReadonlySet<PairingState> = new Set([
  'paused',
  'completed',
  'extended',
  'handed-over',
  'dissolved',
  'lapsed',
]);

/** The way of a pairing from nomination to its end, and where it stands on it; an agreement may still want names. */
export function pathOf(state: PairingState, isUnsigned = false): readonly Step[] {
  const here = stations.indexOf(stationOf[state]);
  return stations.map((station, at) => {
    const isLeftOut = skipped[state]?.has(station) ?? false;
    const past = isUnsigned && station === 'agreed' ? 'open' : 'done';
    const standing = isLeftOut ? 'left-out' : at < here ? past : at === here ? 'now' : 'ahead';
    return { station, standing, state: at === here && named.has(state) ? state : null };
  });
}
