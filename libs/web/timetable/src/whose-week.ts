import { computed, inject, Injectable, signal } from '@angular/core';
import { listOrganisations, listPartnerships } from '@qinglan/contracts';
import { asId, type OrganisationId } from '@qinglan/domain';
import { ApiClient, remote, SessionStore } from '@qinglan/web-platform';

const keptKey = 'qinglan.week-school';

/** A school that can be chosen. */
export interface SchoolChoice {
  readonly id: OrganisationId;
  readonly name: string;
}

/** Whose week is looked at: the own school's, or a chosen one's for those who see every school. */
@Injectable()
export class WhoseWeek {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly wantedSchool = signal<OrganisationId | null>(null);
  private readonly wantedPartner = signal<OrganisationId | null>(null);

  readonly mayChoose = computed(() => this.session.hasRole('administrator', 'viewer'));
  readonly schoolId = computed(
    () => (this.mayChoose() ? this.wantedSchool() : null) ?? this.session.school()?.id ?? null,
  );

  readonly schools = remote(() =>
    this.mayChoose() ? this.api.call(listOrganisations, { query: { category: 'school', limit: 200 } }) : undefined,
  );

  private readonly partnerships = remote(() => {
    const organisationId = this.schoolId();
    if (!organisationId || organisationId === this.session.school()?.id) return undefined;
    return this.api.call(listPartnerships, { query: { organisationId, limit: 200 } });
  });

  /** The schools that may stand beside it; undefined while they are being fetched. */
  readonly partners = computed<readonly SchoolChoice[] | undefined>(() => {
    const schoolId = this.schoolId();
    if (schoolId === this.session.school()?.id) return this.ownPartners();
    return this.partnerships
      .value()
      ?.items.map((one) =>
        one.supportingSchoolId === schoolId
          ? { id: one.receivingSchoolId, name: one.receivingSchool }
          : { id: one.supportingSchoolId, name: one.supportingSchool },
      );
  });

  readonly partnerId = computed(() => {
    const partners = this.partners() ?? [];
    return (partners.find(({ id }) => id === this.wantedPartner()) ?? partners[0])?.id ?? null;
  });

  /** The address says which; the school chosen last in this window is the one meant when it does not. */
  look(schoolId: string | undefined, partnerId: string | undefined): void {
    const kept = schoolId ?? sessionStorage.getItem(keptKey);
    if (schoolId) sessionStorage.setItem(keptKey, schoolId);
    this.wantedSchool.set(kept ? asId<OrganisationId>(kept) : null);
    this.wantedPartner.set(partnerId ? asId<OrganisationId>(partnerId) : null);
  }

  private ownPartners(): readonly SchoolChoice[] {
    return (this.session.session()?.partners ?? []).map(({ id, shortName }) => ({ id, name: shortName }));
  }
}
