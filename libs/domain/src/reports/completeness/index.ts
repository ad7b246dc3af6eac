export * from './month';
export * from './lacks';
export * from './item-lacks';
export * from './reminder';
