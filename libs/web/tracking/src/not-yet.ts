/** A page that stays awaited: the question is not complete, and the next one overtakes it. */
export const notYet = new Promise<never>(() => undefined);
