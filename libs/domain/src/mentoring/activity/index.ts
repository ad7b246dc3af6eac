export * from './activity-states';
export * from './activity';
export * from './activity-changes';
export * from './lineage';
