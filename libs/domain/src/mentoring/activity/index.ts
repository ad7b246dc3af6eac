export * from './activity-states';
export * from './activity';
export * from './free-starts';
export * from './lineage';
