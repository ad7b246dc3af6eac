export * from './gini';
export * from './longest-gap';
export * from './to-act-on';
