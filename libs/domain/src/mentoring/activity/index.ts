export * from './activity-states';
export * from './activity';
export * from './lineage';
