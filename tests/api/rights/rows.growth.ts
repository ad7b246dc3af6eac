import type { Row } from './row';

/** Who gets through the doors of growth. */
export const growthRows: Readonly<Record<string, Row>> = {};
