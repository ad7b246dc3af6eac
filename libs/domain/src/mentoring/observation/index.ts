export * from './licc';
export * from './entry';
export * from './heading';
export * from './states';
export * from './request';
export * from './alike';
