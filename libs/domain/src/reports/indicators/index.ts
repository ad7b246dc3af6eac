import type { Indicator } from '../indicator';
import { lessonIndicators } from './lessons';
import { mentoringIndicators, mentoringWorkIndicators } from './mentoring';
import { programmeIndicators, trainingIndicators } from './programme';
import { registerIndicators } from './register';

/** The indicators that a new house begins with, in the order in which a report shows them. */
export const firstIndicators: readonly Indicator[] = [
  ...registerIndicators,
  ...mentoringIndicators,
  ...programmeIndicators,
  ...trainingIndicators,
  ...lessonIndicators,
  ...mentoringWorkIndicators,
];
