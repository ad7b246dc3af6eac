export * from './course';
export * from './intervals';
export * from './presence';
export * from './room';
export * from './signature';
