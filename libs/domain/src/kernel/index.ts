export * from './id';
export * from './result';
