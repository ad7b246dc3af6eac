export { type Answered, Client } from './client';
export { aHouse, type House, type HouseWishes } from './house';
export { TestClock } from './test-clock';
export { aDatabase, type TestDatabase } from './test-database';
export * from './town';
