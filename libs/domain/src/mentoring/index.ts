export * from './pairing-states';
export * from './obligation';
export * from './matching';
export * from './observation';
export * from './activity';
export * from './growth';
export * from './tracking';
