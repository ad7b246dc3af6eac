export * from './category';
export * from './certainty';
export * from './partial-day';
export * from './ordinal';
export * from './numbers';
export * from './enrolment';
export * from './certificate';
export * from './item';
