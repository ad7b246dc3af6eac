export * from './content';
export * from './placeholders';
export * from './draft';
export * from './compose';
export * from './canonical';
export * from './changes';
export * from './review';
export * from './link';
