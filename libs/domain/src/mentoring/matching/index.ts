export * from './problem';
export * from './fit';
export { graphOf, type MatchingGraph } from './graph';
export * from './optimal';
export * from './stable';
export * from './compare';
export type { Closed } from './scene';
export * from './why';
export * from './round';
