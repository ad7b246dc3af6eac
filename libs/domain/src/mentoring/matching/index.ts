export * from './problem';
export * from './optimal';
export * from './stable';
export * from './compare';
export * from './why';
