import { everybody, row, type Expected, type Row } from './row';

// Nobody of the world leads a studio: that is asked in the tests of tracking.
const trackers: Expected = {
  ...everybody('403'),
  administrator: 'ok',
  viewer: 'ok',
  coordinator: 'ok',
  nobody: '401',
};

/** Who gets through the doors of tracking. */
export const trackingRows: Readonly<Record<string, Row>> = {
  readTrackingFigures: row(trackers),
  readVisitEquity: row(trackers),
  listMentorLoads: row(trackers),
  readObligationTotals: row(trackers),
  listPairingsToActOn: row(trackers),
  readTrackingChoices: row(trackers),
  downloadTracking: row(trackers),
};
