import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A program that runs in a thread of its own: beside the bundle that runs; tests run the sources and find the built one further up. */
export function findProgram(program: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const place = [join(folder, program), join(folder, 'dist/api', program)].find(existsSync);
    if (place) return place;
    if (folder === dirname(folder)) throw new Error(`${program} is missing: build the api first (nx build api)`);
  }
}
