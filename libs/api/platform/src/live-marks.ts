/** The metadata key under which an event handler's contract is kept. */
export const EVENT = 'qinglan:event';

/** The metadata key that marks a gateway as one whose every message is parsed and asked for its rights. */
export const LIVE_GATEWAY = 'qinglan:live-gateway';
