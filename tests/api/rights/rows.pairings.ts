import type { Row } from './row';

/** Who gets through the doors of pairings. */
export const pairingsRows: Readonly<Record<string, Row>> = {};
