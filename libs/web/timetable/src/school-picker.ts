import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { listOrganisations, ReplyOf } from '@qinglan/contracts';
import type { OrganisationId } from '@qinglan/domain';
import type { Remote } from '@qinglan/web-platform';
import { Field, Nothing, ProblemNotice, SearchSelect } from '@qinglan/web-ui';

/** Whose week? For those who see every school and belong to none. */
@Component({
  selector: 'app-school-picker',
  imports: [Field, Nothing, ProblemNotice, SearchSelect, TranslocoPipe],
  template: `
    @let all = schools();
    @if (all.state === 'failed') {
      <ui-problem [problem]="all.problem" (again)="again.emit()" />
    } @else {
      <ui-field [label]="'timetable.week.school' | transloco">
        <ui-search-select
          [choices]="choices()"
          [value]="value()"
          [waiting]="all.state === 'loading'"
          (valueChange)="choose($event)"
        />
      </ui-field>
      @if (!value()) {
        <ui-nothing
          icon="school"
          [heading]="'timetable.week.chooseSchool' | transloco"
          [hint]="'timetable.week.chooseSchoolHint' | transloco"
        />
      }
    }
  `,
  styles: `
    ui-field {
      max-inline-size: 24rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SchoolPicker {
  readonly schools = input.required<Remote<ReplyOf<typeof listOrganisations>>>();
  readonly value = input.required<OrganisationId | null>();
  readonly chosen = output<OrganisationId>();
  readonly again = output();

  protected readonly choices = computed(() => {
    const all = this.schools();
    if (all.state !== 'ready') return [];
    return all.value.items.map(({ id, name, code }) => ({ value: id, label: name, hint: code }));
  });

  protected choose(id: OrganisationId | null): void {
    if (id && id !== this.value()) this.chosen.emit(id);
  }
}
