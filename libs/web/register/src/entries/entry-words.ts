import { inject, Injectable } from '@angular/core';
import { BeijingWords, Languages } from '@qinglan/web-platform';
import { RegisterContext } from '../register-context';

const wordLists: Readonly<Record<string, string>> = {
  category: 'words.category',
  stage: 'words.stage',
  evidence: 'words.evidence',
  endpoint: 'words.endpoint',
  kind: 'words.calendarKind',
  scope: 'words.calendarScope',
  status: 'words.calendarStatus',
  roles: 'words.role',
};
const organisationFields = new Set(['organisationId', 'schoolId', 'supportingSchoolId', 'receivingSchoolId']);
const bellFields = new Set(['bellScheduleId', 'bellScheduleCode']);
const dayFields = new Set(['fromDay', 'toDay', 'day', 'firstMonday']);
const isEmpty = (value: unknown) => value === null || value === undefined || value === '';

/** Says fields and their values in words; the same field means the same in every entry and its history. */
@Injectable()
export class EntryWords {
  private readonly languages = inject(Languages);
  private readonly beijing = inject(BeijingWords);
  private readonly register = inject(RegisterContext);

  say(key: string, values: Readonly<Record<string, string | number | null>> = {}): string {
    return this.languages.say(`register.${key}`, values);
  }

  label(field: string): string {
    return this.say(`field.${field}`);
  }

  day(day: string): string {
    return this.beijing.day(day, 'full');
  }

  weekday(weekday: number): string {
    return this.beijing.weekday(weekday);
  }

  organisation(id: string): string {
    return this.register.organisationName(id);
  }

  side(id: string): string {
    return this.register.sideName(id);
  }

  word(field: string, value: string): string {
    return this.languages.say(`${wordLists[field]}.${value}`);
  }

  /** The value of a field; null where there is none. */
  value(field: string, value: unknown): string | null {
    if (isEmpty(value)) return null;
    if (Array.isArray(value)) return value.map((one) => this.one(field, String(one))).join(' · ');
    return typeof value === 'object' ? null : this.one(field, String(value));
  }

  private one(field: string, value: string): string {
    if (wordLists[field]) return this.word(field, value);
    if (organisationFields.has(field)) return this.organisation(value);
    if (bellFields.has(field)) return this.register.bellName(value);
    if (dayFields.has(field)) return this.day(value);
    if (field === 'sideId') return this.side(value);
    return field === 'followsWeekday' ? this.weekday(Number(value)) : value;
  }
}
