export * from './content';
export * from './draft';
export * from './compose';
export * from './canonical';
export * from './changes';
export * from './document';
export * from './review';
export * from './link';
