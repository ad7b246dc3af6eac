export * from './actor';
export * from './decision';
export * from './lessons';
export * from './rooms';
export * from './register';
export * from './pairings';
export * from './growth';
export * from './observations';
