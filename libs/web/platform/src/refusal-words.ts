import { inject, Injectable } from '@angular/core';
import type { Problem } from '@qinglan/contracts';
import { problemOf } from './api/problem-error';
import { Languages } from './language/languages';
import { ProblemText } from './problem-text';
import { BeijingWords } from './time/beijing-words';

type Clash = NonNullable<Problem['clashes']>[number];
type InTheWay = Clash['inTheWay'];

const addressOf = ({ lessonId, activityId, itemId }: InTheWay): readonly string[] | null => {
  if (lessonId) return ['/lessons', lessonId];
  if (activityId) return ['/activities', activityId];
  return itemId ? ['/programme', itemId] : null;
};

/** Says why a meeting does not fit: who is taken and by what, as far as the reader may know it. */
@Injectable({ providedIn: 'root' })
export class RefusalWords {
  private readonly languages = inject(Languages);
  private readonly beijing = inject(BeijingWords);
  private readonly problems = inject(ProblemText);

  /** Of a problem, or of whatever was thrown. Every clash names the same moves: they fit everybody. */
  of(problemOrError: unknown) {
    const { clashes = [] } = isProblem(problemOrError) ? problemOrError : problemOf(problemOrError);
    return {
      title: this.problems.of(problemOrError),
      clashes: clashes.map(({ party, inTheWay }) => ({
        who: party.name,
        day: this.beijing.day(inTheWay.startsAt),
        when: this.beijing.span(inTheWay.startsAt, inTheWay.endsAt),
        what: this.what(inTheWay),
        address: addressOf(inTheWay),
      })),
      moves: clashes[0]?.moves ?? [],
    };
  }

  /** Null when what was tried was done; else why not. */
  async unless(tried: Promise<unknown>) {
    try {
      await tried;
      return null;
    } catch (error) {
      return this.of(error);
    }
  }

  private what({ lessonId, activityId, itemId, subject, schools }: InTheWay): string {
    if (lessonId) return this.languages.say('clash.lesson', { subject, schools });
    if (activityId) return this.languages.say('clash.activity', { title: subject });
    if (itemId) return this.languages.say('clash.item', { title: subject });
    // What is told and has no page of its own is an observation of two people.
    return schools ? this.languages.say('clash.observation', { people: schools }) : this.languages.say('clash.unseen');
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'type' in value && 'title' in value;
