import { Directive, inject } from '@angular/core';
import { Field } from './field';

/** The look of a native input, select or textarea, named and described by the ui-field around it. */
@Directive({
  selector: 'input[uiControl], select[uiControl], textarea[uiControl]',
  host: {
    class: 'ui-control',
    '[attr.id]': 'field?.controlId()',
    '[attr.aria-describedby]': 'field?.describedBy()',
    '[attr.aria-invalid]': 'field?.fault() ? true : null',
  },
})
export class Control {
  protected readonly field = inject(Field, { optional: true });
}
