// What the domain may not touch: clocks, chance, the process and the outside world. Nx does not see these.

const fromOutside = 'The domain knows no clock, chance, process or outside world: take it as an argument.';

const names = [
  'Date',
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'performance',
  'crypto',
  'console',
  'require',
];

export const pureGlobals = names.map((name) => ({ name, message: fromOutside }));

export const pureImports = {
  patterns: [
    { regex: '^(node:|(fs|path|os|crypto|timers|process|http|https|net|url|util)(/|$))', message: fromOutside },
  ],
};

export const pureProperties = [
  { object: 'Math', property: 'random', message: fromOutside },
  { object: 'globalThis', property: 'Date', message: fromOutside },
  { object: 'Temporal', property: 'Now', message: fromOutside },
];
