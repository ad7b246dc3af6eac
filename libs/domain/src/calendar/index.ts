export * from './bell';
export * from './bell-faults';
export * from './exception';
export * from './format-weeks';
export * from './school-day';
export * from './term';
export * from './weeks';
export * from './working-day';
