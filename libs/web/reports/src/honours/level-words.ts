import { type honourLevels, sourceNamed, type Trilingual } from '@qinglan/domain';

/** A level of honours in words. */
export const levelWords = (level: (typeof honourLevels)[number]): Trilingual =>
  sourceNamed('person-honour')?.dimensions['level']?.choices?.[level] ?? { zh: level, en: level, ug: '' };
