import type { Row } from './row';

/** Who gets through the doors of tracking. */
export const trackingRows: Readonly<Record<string, Row>> = {};
