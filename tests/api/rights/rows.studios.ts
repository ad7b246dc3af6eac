import type { Row } from './row';

/** Who gets through the doors of studios. */
export const studiosRows: Readonly<Record<string, Row>> = {};
