import { inject, Pipe, type PipeTransform } from '@angular/core';
import { inLanguage, type Trilingual } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';

/** `{{ figure.name | told }}`: words of the report in the language in view, or in Chinese where they are not written yet. */
@Pipe({ name: 'told', pure: false })
export class Told implements PipeTransform {
  private readonly languages = inject(Languages);

  transform(words: Trilingual): string {
    return inLanguage(words, this.languages.current());
  }
}
