import type { Row } from './row';

/** Who gets through the doors of observations. */
export const observationsRows: Readonly<Record<string, Row>> = {};
