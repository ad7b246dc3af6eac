import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { readOrganisation } from '@qinglan/contracts';
import { asId, type OrganisationId } from '@qinglan/domain';
import { ApiClient, BeijingDay, remote } from '@qinglan/web-platform';

/** The names that an organisation bore before, where it bore any. */
@Component({
  selector: 'register-former-names',
  imports: [BeijingDay, TranslocoPipe],
  template: `
    @if (organisation.value()?.formerNames; as names) {
      @if (names.length > 0) {
        <h3>{{ 'register.formerNames' | transloco }}</h3>
        <ul>
          @for (former of names; track $index) {
            <li>
              <bdi>{{ former.name }}</bdi>
              <span class="soft small">{{
                'register.formerUntil' | transloco: { day: former.validTo | beijingDay: 'full' }
              }}</span>
            </li>
          }
        </ul>
      }
    }
  `,
  styles: `
    h3 {
      margin: 0 0 var(--space-1);
    }
    .small {
      margin-inline-start: var(--space-2);
    }
    ul {
      margin: 0;
      padding-inline-start: 1.25em;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormerNames {
  readonly organisationId = input.required<string>();

  private readonly api = inject(ApiClient);

  protected readonly organisation = remote(() =>
    this.api.call(readOrganisation, { params: { organisationId: asId<OrganisationId>(this.organisationId()) } }),
  );
}
