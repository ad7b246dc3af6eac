export * from './problem';
export * from './fit';
export { graphOf, type MatchingGraph } from './graph';
export * from './optimal';
export * from './stable';
export * from './compare';
export * from './why';
export * from './round';
