import type { PersonId } from '../kernel';
import { type Actor, seesEverything } from './actor';
import { allowed, forbidden, type Decision } from './decision';

/** The two sides that answer for the report of a year. */
export const reportingSides = ['hangzhou', 'aksu'] as const;

/** One of the two sides that answer for a report. */
export type ReportingSide = (typeof reportingSides)[number];

const administrators = (actor: Actor): Decision =>
  actor.roles.has('administrator') ? allowed : forbidden('needs to be an administrator');

/** The report of a year is opened, written, ordered and frozen by administrators. */
export const mayWriteYearlyReport = (actor: Actor): Decision => administrators(actor);

/** Remarks on it are made by administrators and coordinators of either side. */
export const mayCommentOnYearlyReport = (actor: Actor): Decision =>
  actor.roles.has('administrator') || actor.roles.has('coordinator')
    ? allowed
    : forbidden('needs to be an administrator or a coordinator');

/** A remark is called dealt with by whoever made it, or by an administrator. */
export const mayResolveYearlyComment = (actor: Actor, madeBy: PersonId): Decision =>
  actor.roles.has('administrator') || actor.personId === madeBy ? allowed : forbidden('needs to have made the remark');

/** A side approves through an administrator whose organisation lies on it; the side approved for, or null. */
export const yearlySideOf = (actor: Actor, side: string | null): ReportingSide | null =>
  actor.roles.has('administrator') ? (reportingSides.find((one) => one === side) ?? null) : null;

/** Only an administrator of one of the two sides approves, and for that side alone. */
export const mayApproveYearlyReport = (actor: Actor, side: string | null): Decision =>
  yearlySideOf(actor, side) === null ? forbidden('needs to be an administrator of one of the two sides') : allowed;

/** Rows that were frozen are opened by those who see every school. */
export const mayReadFrozenRows = (actor: Actor): Decision =>
  seesEverything(actor) ? allowed : forbidden('needs to see every school');

/** Links that open a report without an account are made and taken back by administrators. */
export const mayShareYearlyReport = (actor: Actor): Decision => administrators(actor);
