export { type Answered, Client } from './client';
export { aHouse, type House, type HouseWishes } from './house';
export { aLesson, aSocket, aTab, type HeldLesson, Tab, until, within } from './live';
export * from './scheduling';
export { TestClock } from './test-clock';
export { aDatabase, type TestDatabase } from './test-database';
export * from './town';
export * from './mentoring';
export * from './observations';
