import { computed, inject, type Signal } from '@angular/core';
import { listClasses, listClassrooms, listPeople } from '@qinglan/contracts';
import { ApiClient, remote } from '@qinglan/web-platform';
import type { Choice } from '@qinglan/web-ui';

type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

const mostPages = 5;

/** All rows of a list that is known to be short: a school's rooms, classes and teachers. */
export async function wholeList<T>(ask: (after: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const rows: T[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, next } = await ask(after);
    rows.push(...items);
    if (next === null) break;
    after = next;
  }
  return rows;
}

/** The teachers, classes and rooms that a school can send. */
export interface SchoolParties {
  readonly people: Signal<readonly Choice[]>;
  readonly classes: Signal<readonly Choice[]>;
  readonly classrooms: Signal<readonly (Choice & { readonly endpoint: string })[]>;
  readonly isLoading: Signal<boolean>;
  readonly problem: Signal<unknown>;
  readonly reload: () => void;
}

/** Follows the school in a signal; call it where injection is possible. */
export function schoolParties(schoolId: Signal<string | null>): SchoolParties {
  const api = inject(ApiClient);
  const found = remote(() => {
    const organisationId = schoolId();
    return organisationId ? load(api, organisationId) : undefined;
  });
  const value = computed(() => {
    const now = found();
    return now.state === 'ready' ? now.value : nobody;
  });
  return {
    people: computed(() => value().people.map((one) => choiceOf(one, one.subject))),
    classes: computed(() => value().classes.map((one) => choiceOf(one, one.grade))),
    classrooms: computed(() => value().classrooms.map((one) => ({ ...choiceOf(one, null), endpoint: one.endpoint }))),
    isLoading: computed(() => schoolId() !== null && found().state === 'loading'),
    problem: computed(() => {
      const now = found();
      return now.state === 'failed' ? now.problem : null;
    }),
    reload: () => void found.reload(),
  };
}

const nobody: Awaited<ReturnType<typeof load>> = { people: [], classes: [], classrooms: [] };

const choiceOf = (row: { readonly id: string; readonly name: string }, hint: string | null): Choice => ({
  value: row.id,
  label: row.name,
  ...(hint ? { hint } : {}),
});

async function load(api: ApiClient, organisationId: string) {
  const [people, classes, classrooms] = await Promise.all([
    wholeList((after) => api.call(listPeople, { query: { organisationId, role: 'teacher', limit: 200, after } })),
    wholeList((after) => api.call(listClasses, { query: { organisationId, limit: 200, after } })),
    wholeList((after) => api.call(listClassrooms, { query: { organisationId, limit: 200, after } })),
  ]);
  return { people, classes, classrooms };
}
