import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { lessonKinds, type LessonKind } from '@qinglan/domain';
import { Languages, problemOf } from '@qinglan/web-platform';
import { Control, Field, ProblemNotice, SearchSelect } from '@qinglan/web-ui';
import { mayHaveClass, turned, withPartner, type Cast, type Faults } from './cast';
import { CastStore } from './cast.store';

/** Partner, kind, subject, teachers, classes and classrooms. */
@Component({
  selector: 'proposals-cast-fields',
  imports: [Control, Field, FormsModule, ProblemNotice, SearchSelect, TranslocoPipe],
  templateUrl: './cast-fields.html',
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    .pairs {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-4);
      align-items: start;
    }
    @media (max-width: 479px) {
      .pairs {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    fieldset {
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-block-end: var(--space-1);
      padding: 0;
      font-size: var(--size-small);
      font-weight: 500;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CastFields {
  protected readonly store = inject(CastStore);
  private readonly languages = inject(Languages);

  readonly cast = input.required<Cast>();
  readonly faults = input<Faults>({});
  readonly changed = output<Partial<Cast>>();

  protected readonly kinds = lessonKinds;
  protected readonly maySetClasses = computed(() => mayHaveClass(this.cast().kind));
  protected readonly classHint = computed(() => (this.cast().kind === 'synchronous' ? null : this.optional()));
  protected readonly optional = computed(() => this.languages.say('ui.optional'));
  protected readonly ownField = computed(() => (this.cast().ownPresents ? 'presenter' : 'local'));
  protected readonly partiesProblem = computed(() => {
    const error = this.store.presenting.problem() ?? this.store.receiving.problem();
    return error ? problemOf(error) : null;
  });

  /** A teacher's own end is hers, once she stands there. */
  protected isFixed(end: 'presenter' | 'local'): boolean {
    const chosen = end === 'presenter' ? this.cast().presenterId : this.cast().localTeacherId;
    return this.store.isBoundToMe() && this.ownField() === end && chosen === this.store.me();
  }

  protected choosePartner(partnerId: string | null): void {
    if (partnerId !== this.cast().partnerId) this.changed.emit(withPartner(this.cast(), partnerId));
  }

  protected present(ownPresents: boolean): void {
    if (ownPresents !== this.cast().ownPresents) this.changed.emit(turned(this.cast()));
  }

  protected chooseKind(kind: LessonKind): void {
    const classes = mayHaveClass(kind) ? {} : { presentingClassId: null, receivingClassId: null };
    this.changed.emit({ kind, ...classes });
  }

  protected reloadParties(): void {
    this.store.presenting.reload();
    this.store.receiving.reload();
  }
}
