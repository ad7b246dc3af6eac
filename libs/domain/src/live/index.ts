export * from './course';
export * from './entry';
export * from './intervals';
export * from './presence';
export * from './room';
export * from './signature';
