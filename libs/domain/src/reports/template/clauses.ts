import type { Trilingual } from '../words';
import type { Clause } from './template';

/** A clause that has what it needs. */
export const clause = (text: Trilingual, ...needs: readonly string[]): Clause => ({ text, needs });

/** The same, with how it reads where one of its numerals is not a number. */
export const worded = (text: Trilingual, instead: Trilingual, ...needs: readonly string[]): Clause => ({
  text,
  instead,
  needs,
});

/** A clause for the years of which `told` is not known. */
export const otherwise = (told: string, one: Clause): Clause => ({ ...one, unless: told });
