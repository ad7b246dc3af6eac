import { computed, inject, Injectable } from '@angular/core';
import { listBellSchedules, listOrganisations, listSides } from '@qinglan/contracts';
import { asId, isAllowed, mayEditRegister, type Actor, type OrganisationId, type RegisterThing } from '@qinglan/domain';
import { ApiClient, Languages, remote, SessionStore } from '@qinglan/web-platform';
import type { Choice } from '@qinglan/web-ui';
import { allOf } from './pages';

const most = 200;

/** What every page of the register asks: names of organisations, bells and sides, and who may change what. */
@Injectable()
export class RegisterContext {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);
  private readonly sessions = inject(SessionStore);

  readonly organisations = remote(() =>
    allOf((after) => this.api.call(listOrganisations, { query: { limit: most, after } })),
  );
  readonly bells = remote(() => allOf((after) => this.api.call(listBellSchedules, { query: { limit: most, after } })));
  readonly sides = remote(async () => (await this.api.call(listSides)).items);

  private readonly known = computed(() => new Map((this.organisations.value() ?? []).map((one) => [one.id, one])));

  readonly organisationChoices = computed<readonly Choice[]>(() =>
    (this.organisations.value() ?? []).map((one) => ({ value: one.id, label: one.name, hint: one.code })),
  );
  readonly schoolChoices = computed<readonly Choice[]>(() =>
    (this.organisations.value() ?? [])
      .filter((one) => one.category === 'school')
      .map((one) => ({ value: one.id, label: one.name, hint: one.code })),
  );
  /** Whose entries the person may add: every organisation's, or the own school's. */
  readonly keptChoices = computed<readonly Choice[]>(() =>
    this.isAdministrator()
      ? this.organisationChoices()
      : this.organisationChoices().filter(({ value }) => value === this.actor()?.schoolId),
  );
  readonly bellChoices = computed<readonly Choice[]>(() =>
    (this.bells.value() ?? []).map((bell) => ({ value: bell.code, label: bell.name, hint: bell.code })),
  );
  readonly sideChoices = computed<readonly Choice[]>(() =>
    (this.sides.value() ?? []).map(({ id }) => ({ value: id, label: this.sideName(id) })),
  );

  private readonly actor = computed<Actor | null>(() => {
    const session = this.sessions.session();
    if (!session) return null;
    return {
      personId: session.person.id,
      roles: new Set(session.roles),
      schoolId: session.school?.id ?? asId<OrganisationId>(''),
      partnerSchoolIds: new Set(session.partners.map((partner) => partner.id)),
      pairedPersonIds: new Set(),
    };
  });
  readonly isAdministrator = computed(() => this.actor()?.roles.has('administrator') === true);
  readonly ownSchool = computed(() => this.sessions.school());

  organisation(id: string) {
    return this.known().get(asId<OrganisationId>(id));
  }

  organisationName(id: string): string {
    return this.organisation(id)?.shortName ?? id;
  }

  /** By id, as histories have it, or by code, as forms do. */
  bellName(idOrCode: string): string {
    return this.bells.value()?.find((bell) => bell.id === idOrCode || bell.code === idOrCode)?.name ?? idOrCode;
  }

  sideName(id: string): string {
    const key = `words.side.${id}`;
    const said = this.languages.say(key);
    return said === key ? (this.sides.value()?.find((side) => side.id === id)?.name ?? id) : said;
  }

  mayEdit(thing: RegisterThing): boolean {
    const actor = this.actor();
    return actor !== null && isAllowed(mayEditRegister(actor, thing));
  }

  /** May the person add anything of this kind, be it for the own school only? */
  mayAdd(kind: RegisterThing['kind']): boolean {
    const actor = this.actor();
    return actor !== null && isAllowed(mayEditRegister(actor, { kind, schoolId: actor.schoolId }));
  }

  /** A school's history is told to administrators and its own coordinators; what belongs to no school to both. */
  mayReadHistory(schoolIds: readonly string[]): boolean {
    const actor = this.actor();
    if (!actor?.roles.has('coordinator')) return this.isAdministrator();
    return this.isAdministrator() || schoolIds.length === 0 || schoolIds.includes(actor.schoolId);
  }
}
