import { enterRoom } from '@qinglan/contracts';
import { aTab, type HeldLesson, type House, type Person, type Tab } from '../../support';

type ClassroomId = HeldLesson['presentingClassroomId'];
interface Scene {
  readonly house: House;
  readonly lesson: HeldLesson;
}

/** Who comes into the room of the lesson that stands there at that moment; all leave after each test. */
export const visitorsOf = (scene: () => Scene) => {
  const tabs: Tab[] = [];
  const tabOf = async (person: { readonly id: string }): Promise<Tab> => {
    const tab = await aTab(await scene().house.as(person));
    tabs.push(tab);
    return tab;
  };
  const enters = async (person: Person, classroomId: ClassroomId | null) => {
    const tab = await tabOf(person);
    const reply = await tab.does(enterRoom, { lessonId: scene().lesson.id, classroomId, since: null });
    if (reply.how !== 'snapshot') throw new Error('expected a snapshot');
    return { tab, snapshot: reply.snapshot, card: reply.card };
  };
  return {
    tabOf,
    enters,
    presents: () => enters(scene().lesson.presenter, scene().lesson.presentingClassroomId),
    receives: () => enters(scene().lesson.localTeacher, scene().lesson.receivingClassroomId),
    leave: () => tabs.splice(0).forEach((tab) => tab.close()),
  };
};
