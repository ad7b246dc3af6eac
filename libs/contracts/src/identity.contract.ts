import type { OrganisationId, PersonId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { id, page, paging, search, text } from './kernel/primitives';
import { role, sideId } from './words';

/** A school as it is named beside a person. */
export const schoolName = z.object({
  id: id<OrganisationId>(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  sideId,
});

/** Who is signed in, and what that opens. */
export const sessionView = z.object({
  person: z.object({ id: id<PersonId>(), name: z.string(), account: z.string() }),
  roles: z.array(role),
  /** Null for people of the headquarters and others outside schools. */
  school: schoolName.nullable(),
  partners: z.array(schoolName),
  demo: z.boolean(),
});

/** Signs in with the account (工号) and the password; the session gets a new id. */
export const signIn = endpoint({
  method: 'POST',
  path: '/session',
  summary: 'Sign in with account and password',
  access: 'public',
  body: z.object({ account: text(60), password: z.string().min(1).max(200) }),
  reply: sessionView,
  problems: ['wrong-password', 'too-fast'],
});

/** Tells who is signed in; null when nobody is. */
export const readSession = endpoint({
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in, and whether demo mode is on',
  access: 'public',
  reply: z.object({ session: sessionView.nullable(), demo: z.boolean() }),
});

/** Ends this session. */
export const signOut = endpoint({
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out here',
  access: 'signed-in',
});

/** Ends all sessions of this person on every device. */
export const signOutEverywhere = endpoint({
  method: 'DELETE',
  path: '/sessions',
  summary: 'Sign out on every device',
  access: 'signed-in',
});

/** Sets a new password (10 characters or more); the other sessions end. */
export const changePassword = endpoint({
  method: 'PUT',
  path: '/session/password',
  summary: 'Change the own password',
  access: 'signed-in',
  body: z.object({ current: z.string().min(1).max(200), wanted: z.string().min(10).max(200) }),
  problems: ['wrong-password', 'password-too-plain', 'too-fast'],
});

/** One of the people whom demo mode offers at sign-in. */
export const demoPerson = z.object({
  id: id<PersonId>(),
  name: z.string(),
  account: z.string(),
  role,
  organisation: z.string(),
  sideId,
});

/** The demo people by role; 404 outside demo mode. */
export const listDemoPeople = endpoint({
  method: 'GET',
  path: '/demo/people',
  summary: 'Demo people to sign in as (demo mode only)',
  access: 'public',
  reply: z.object({ items: z.array(demoPerson) }),
  problems: ['not-found'],
});

/** Signs in as a demo person with one click; 404 outside demo mode. */
export const signInAsDemo = endpoint({
  method: 'POST',
  path: '/demo/session',
  summary: 'Sign in as a demo person (demo mode only)',
  access: 'public',
  body: z.object({ personId: id<PersonId>() }),
  reply: sessionView,
  problems: ['not-found'],
});

/** An account as administrators see it. */
export const accountView = z.object({
  personId: id<PersonId>(),
  name: z.string(),
  account: z.string(),
  organisation: z.string(),
  roles: z.array(role),
  hasPassword: z.boolean(),
  enabled: z.boolean(),
});

/** Accounts with their state, by account. */
export const listAccounts = endpoint({
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts and whether they can sign in',
  access: { roles: ['administrator'] },
  query: z.object({ ...paging, q: search }),
  reply: page(accountView),
});

/** Gives an account a one-time password, shown once; all its sessions end. */
export const resetAccount = endpoint({
  method: 'POST',
  path: '/accounts/:personId/password',
  summary: 'Give an account a new one-time password',
  access: { roles: ['administrator'] },
  params: z.object({ personId: id<PersonId>() }),
  reply: z.object({ password: z.string() }),
  problems: ['not-found'],
});

/** Lets an account sign in, or not; disabling ends its sessions everywhere. */
export const enableAccount = endpoint({
  method: 'PUT',
  path: '/accounts/:personId/enabled',
  summary: 'Enable or disable an account',
  access: { roles: ['administrator'] },
  params: z.object({ personId: id<PersonId>() }),
  body: z.object({ enabled: z.boolean() }),
  problems: ['not-found'],
});
