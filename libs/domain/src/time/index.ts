export { Temporal } from 'temporal-polyfill';
export * from './slot';
export * from './day';
export * from './minute';
export * from './beijing';
