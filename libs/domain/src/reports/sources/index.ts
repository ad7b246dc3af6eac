import type { Source } from '../source';
import { lessonSource } from './lessons';
import { activitySource, endingSource, obligationSource, observationSource, pairingSource } from './mentoring';
import { enrolmentSource, itemSource, statementSource } from './programme';
import {
  classroomSource,
  honourSource,
  organisationSource,
  partnershipSource,
  personHonourSource,
  studioSource,
} from './register';

/** Everything that can be counted, by name: the whole of what an indicator may ask of the database. */
export const sources = {
  lesson: lessonSource,
  item: itemSource,
  enrolment: enrolmentSource,
  pairing: pairingSource,
  ending: endingSource,
  obligation: obligationSource,
  observation: observationSource,
  activity: activitySource,
  studio: studioSource,
  honour: honourSource,
  'person-honour': personHonourSource,
  classroom: classroomSource,
  organisation: organisationSource,
  partnership: partnershipSource,
  statement: statementSource,
} as const satisfies Readonly<Record<string, Source>>;

/** The name of a source. */
export type SourceName = keyof typeof sources;

/** Every name of a source. */
export const sourceNames = Object.keys(sources) as readonly SourceName[];

/** A source by its name, or null. */
export const sourceNamed = (name: string): Source | null =>
  Object.hasOwn(sources, name) ? sources[name as SourceName] : null;

export { honourLevels, stageWords } from './parts';
export { statementMatters } from './programme';
