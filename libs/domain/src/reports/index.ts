export * from './yearly';
export * from './completeness';
