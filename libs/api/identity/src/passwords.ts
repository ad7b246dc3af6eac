import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, salt and cost included. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** A hash of nothing that anybody knows: an unknown account takes as long as a known one. */
const nobody = hashPassword(crypto.randomUUID());

/** Whether the password is the one that was hashed; without a hash the answer is no, after the same time. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const isRight = await verify(hashed ?? (await nobody), password);
  return isRight && hashed !== null;
}

// No letters or digits that are taken for one another when read out over the telephone.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be used once and then changed: three groups of five, about 74 bits. */
export function oneTimePassword(): string {
  const pick = () => letters[randomInt(letters.length)];
  return Array.from({ length: 3 }, () => Array.from({ length: 5 }, pick).join('')).join('-');
}

/** Too plain: the account itself, or one character again and again. */
export const isTooPlain = (password: string, account: string): boolean =>
  password.toLowerCase().includes(account.toLowerCase()) || new Set(password).size < 4;
