export * from './kernel';
export * from './time';
export * from './access';
export * from './calendar';
export * from './scheduling';
export * from './live';
export * from './mentoring';
export * from './reports';
