import type { PairingCard } from '@qinglan/contracts';
import { handCountedKinds, type ObligationKind } from '@qinglan/domain';

/** From whose side something is written down. */
export type Part = 'mentor' | 'mentee';

/** How a lesson was heard. */
export type Mode = 'live' | 'on-site' | 'recording';

/** Something that happened between the two, while it is written down. */
export interface VisitDraft {
  readonly kind: ObligationKind;
  readonly mode: Mode;
  readonly onDay: string;
  readonly topic: string;
  /** Advice where a lesson was heard, else the evidence. */
  readonly line: string;
}

/** What is missing, as keys of words to look up. */
export interface VisitFaults {
  readonly day?: 'future' | 'early';
  readonly topic?: 'needTopic';
  readonly line?: 'needEvidence';
}

/** What one of the two can write down: who heard writes of the lesson; the rest is counted by hand. */
export const kindsOf = (part: Part): readonly ObligationKind[] => [
  part === 'mentor' ? 'mentor-hears' : 'mentee-hears',
  ...handCountedKinds(part),
];

/** Was a lesson heard? Then the other countersigns it; everything else is counted by hand, with its evidence. */
export const isHearing = (kind: ObligationKind): kind is 'mentor-hears' | 'mentee-hears' =>
  kind === 'mentor-hears' || kind === 'mentee-hears';

/** What has to be mended before it can be saved. */
export function visitFaultsOf(draft: VisitDraft, { today, fromDay }: { today: string; fromDay: string }): VisitFaults {
  const isHand = !isHearing(draft.kind);
  return {
    ...((draft.onDay === '' || draft.onDay > today) && { day: 'future' }),
    ...(draft.onDay !== '' && draft.onDay < fromDay && { day: 'early' }),
    ...(draft.topic.trim() === '' && { topic: 'needTopic' }),
    ...(isHand && draft.line.trim() === '' && { line: 'needEvidence' }),
  };
}

/** How a lesson is most likely heard: over the link where their schools are of different sides. */
export const usualMode = ({
  mentor,
  mentee,
  atDistance,
}: Pick<PairingCard, 'mentor' | 'mentee' | 'atDistance'>): Mode =>
  atDistance || mentor.school.sideId !== mentee.school.sideId ? 'live' : 'on-site';
