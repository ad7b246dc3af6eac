import type { Row } from './row';

/** Who gets through the doors of matching. */
export const matchingRows: Readonly<Record<string, Row>> = {};
