import { runningPairingStates } from '@qinglan/domain';

const quoted = (states: Iterable<string>): string => [...states].map((state) => `'${state}'`).join(', ');

/** The two work with each other. */
export const isRunning = `p.state IN (${quoted(runningPairingStates)})`;

const isDue = (today: string) => `(p.to_day IS NULL OR p.to_day >= ${today})`;

/** The two work with each other, or pause, and the last day has not gone. */
export const isCarried = (today: string): string => `(${isRunning} AND ${isDue(today)})`;

const working = quoted([...runningPairingStates].filter((state) => state !== 'paused'));

/** Somebody is expected to come and to pay: the same as the rule of this name says. */
export const isUnderWay = (today: string): string => `(p.state IN (${working}) AND ${isDue(today)})`;

/** The share `s` fails: the same as `shareTone` says of it. */
export const isRed = (today: string): string => `s.red_from <= ${today}`;

/** The share `s` is late and does not fail yet. */
export const isAmber = (today: string): string => `(s.amber_from <= ${today} AND s.red_from > ${today})`;

/** The share `s` fails or is late. */
export const isAtRisk = (today: string): string => `least(s.amber_from, s.red_from) <= ${today}`;

/** The share `s` is neither done nor at risk. */
export const isFair = (today: string): string => `(s.done < s.due AND NOT ${isAtRisk(today)})`;

/** The shares `s` that touch a span of days. */
export const sharesBetween = (from: string, to: string): string => `s.first_day <= ${to} AND s.last_day >= ${from}`;

/** A term as JSON, or null. */
export const termJson = `(SELECT json_build_object('code', code, 'name', name, 'firstDay', first_day, 'lastDay', last_day) FROM asked)`;
