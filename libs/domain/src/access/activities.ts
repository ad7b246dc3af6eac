import type { PersonId } from '../kernel';
import { seesEverything, type Actor } from './actor';
import { allOf, allowed, forbidden, hidden, type Decision } from './decision';
import { maySeeLesson, type LessonSubject } from './lessons';
import type { StudioSubject } from './pairings';

/** What a policy needs to know of a studio's meeting. */
export interface ActivitySubject {
  readonly studioLeadId: PersonId | null;
  readonly arrangedById: PersonId;
  readonly personIds: readonly PersonId[];
}

/** A studio with those who guide somebody in it now. */
export interface StudioWithMentors extends StudioSubject {
  readonly mentorIds: readonly PersonId[];
}

const leads = (actor: Actor, leadId: PersonId | null): boolean => leadId !== null && leadId === actor.personId;

const leadsOrGuides = (actor: Actor, studio: StudioWithMentors): boolean =>
  leads(actor, studio.leadId) || studio.mentorIds.includes(actor.personId);

/** Meetings are arranged by the studio's lead, by who guides in it, and by administrators. */
export const mayArrangeActivity = (actor: Actor, studio: StudioWithMentors): Decision =>
  leadsOrGuides(actor, studio) || actor.roles.has('administrator')
    ? allowed
    : forbidden('needs to lead the studio or to guide in it');

/** Where somebody is at a time is known to those who meet, to their studio's lead, and to those who see everything. */
export function maySeeActivity(actor: Actor, activity: ActivitySubject): Decision {
  const may =
    activity.personIds.includes(actor.personId) ||
    activity.arrangedById === actor.personId ||
    leads(actor, activity.studioLeadId) ||
    seesEverything(actor);
  return may ? allowed : hidden('is not invited');
}

/** Whoever arranged a meeting moves it, calls it off and writes down who was there; so do lead and administrators. */
export function mayKeepActivity(actor: Actor, activity: ActivitySubject): Decision {
  const may =
    activity.arrangedById === actor.personId || leads(actor, activity.studioLeadId) || actor.roles.has('administrator');
  return allOf(maySeeActivity(actor, activity), may ? allowed : forbidden('did not arrange it'));
}

/** A diagnosis is attached to a lesson by the studio's lead or who guides in it, if they may see that lesson anyway. */
export const mayDiagnoseLesson = (actor: Actor, studio: StudioWithMentors, lesson: LessonSubject): Decision =>
  allOf(
    maySeeLesson(actor, lesson),
    leadsOrGuides(actor, studio) ? allowed : forbidden('needs to lead the studio or to guide in it'),
  );
