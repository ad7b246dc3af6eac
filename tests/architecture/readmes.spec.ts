import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const readmes = globSync('libs/**/README.md', { exclude: ['**/node_modules/**'] });

describe('the README of a lib', () => {
  it('is read at one glance: thirty lines', () => {
    expect(readmes.length).toBeGreaterThan(20);
    const lines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').length;
    expect(readmes.filter((file) => lines(file) > 30)).toEqual([]);
  });
});
