import { inject, Injectable } from '@angular/core';
import type { LackingItem, LackingLesson, SchoolReminder, SilentPairing } from '@qinglan/contracts';
import { noneReminded, type Reminded, type ReminderFacts, reminderText } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Toast } from '@qinglan/web-ui';
import { Copying } from '../parts/copying';

type Lack = LackingItem['lacks'][number];
type Facts = Partial<ReminderFacts> & Pick<ReminderFacts, 'month' | 'to' | 'school' | 'page'>;

const one = <T>(thing: T): Reminded<T> => ({ total: 1, first: [thing] });
const nothing = { unsigned: noneReminded, notMadeUp: noneReminded, pairings: noneReminded, items: noneReminded };

// A reminder is pasted into a group of people who read Chinese, whatever language its writer has in view.
const lackWords: Readonly<Record<Lack, string>> = {
  day: '具体日期',
  ordinal: '第几期（批次）',
  sender: '派出单位',
  host: '接待单位',
  people: '人数',
  enrolled: '报名人数',
  attended: '到课人数',
  completed: '结业人数',
};
const namesOf = (ask: readonly { readonly name: string }[]): readonly string[] => ask.map(({ name }) => name);
const inWords = (lacks: readonly Lack[]): readonly string[] => lacks.map((lack) => lackWords[lack]);

/** Writes reminders and puts them into the clipboard, to be pasted into a group of WeChat or DingTalk. */
@Injectable()
export class Reminders {
  private readonly languages = inject(Languages);
  private readonly toast = inject(Toast);
  private readonly copying = inject(Copying);

  async ofSchool({ id, name, month, ask, unsigned, notMadeUp, pairings, items }: SchoolReminder): Promise<void> {
    const named = items.first.map(({ title, lacks }) => ({ title, lacks: inWords(lacks) }));
    await this.copy({
      ...{ month, to: namesOf(ask), school: name, unsigned, notMadeUp, pairings },
      items: { total: items.total, first: named },
      page: `/reports/completeness?month=${month}&school=${id}`,
    });
  }

  async ofLesson(lesson: LackingLesson, month: string): Promise<void> {
    const { onDay, subject, lack, ask, lessonId, school } = lesson;
    const kind = lack === 'signature' ? 'unsigned' : 'notMadeUp';
    // The teacher who signs comes first; coordinators are asked only where nobody else is.
    const to = namesOf(ask.slice(0, 1));
    await this.copy({
      month,
      to,
      school: school.name,
      [kind]: one({ onDay, subject, lack }),
      page: `/lessons/${lessonId}/record`,
    });
  }

  async ofPairing({ mentor, mentee, pairingId }: SilentPairing, month: string): Promise<void> {
    const pair = { mentor: mentor.name, mentee: mentee.name };
    const to = [mentor.name, mentee.name];
    await this.copy({ month, to, school: null, pairings: one(pair), page: `/pairings/${pairingId}` });
  }

  async ofItem({ title, lacks, ask, host, itemId }: LackingItem, month: string): Promise<void> {
    await this.copy({
      month,
      to: namesOf(ask),
      school: host,
      items: one({ title, lacks: inWords(lacks) }),
      page: `/programme/${itemId}`,
    });
  }

  private async copy({ page, ...facts }: Facts): Promise<void> {
    const text = reminderText({ ...nothing, ...facts, page: `${location.origin}${page}` });
    if (text === '') return this.toast.say(this.languages.say('reports.reminder.nothing'));
    await this.copying.copy({ heading: this.languages.say('reports.reminder.title'), text }, 'reports.reminder.copied');
  }
}
