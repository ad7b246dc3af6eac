// Who may import whom: the table of the architecture, held by @nx/enforce-module-boundaries.

/** What a spec beside its file may import on top of what the file may. */
export const testTools = ['@jest/globals', 'fast-check'];

/** layer: [the layers it may import, the packages it may import]; a missing second item means any package. */
const layers = {
  domain: [['domain'], ['temporal-polyfill']],
  contracts: [['contracts', 'domain'], ['zod']],
  'api-platform': [
    ['api-platform', 'domain', 'contracts'],
    ['reflect-metadata', '@nestjs/*', '@fastify/*', 'fastify', 'pg', 'pino', 'prom-client', 'socket.io', 'rxjs', 'zod'],
  ],
  'api-schema': [['api-schema'], ['reflect-metadata', 'typeorm', 'pg']],
  'api-feature': [
    ['api-feature', 'api-platform', 'domain', 'contracts'],
    ['reflect-metadata', '@nestjs/*', '@fastify/*', 'fastify', 'rxjs', 'zod', 'socket.io'],
  ],
  'web-ui': [['web-ui'], ['@angular/*', '@jsverse/*', 'rxjs', 'echarts', 'echarts/*']],
  'web-platform': [
    ['web-platform', 'domain', 'contracts'],
    ['@angular/*', '@jsverse/*', 'rxjs', 'socket.io-client', 'idb', 'zod'],
  ],
  'web-feature': [
    ['web-feature', 'web-platform', 'web-ui', 'domain', 'contracts'],
    ['@angular/*', '@jsverse/*', 'rxjs'],
  ],
  'api-app': [['api-feature', 'api-platform', 'api-schema', 'domain', 'contracts']],
  'web-app': [['web-feature', 'web-platform', 'web-ui', 'domain', 'contracts']],
  tests: [
    ['tests', 'domain', 'contracts', 'api-app', 'api-feature', 'api-platform', 'api-schema', 'web-platform', 'web-ui'],
  ],
};

/** What one feature alone needs. */
const featurePackages = {
  'scope:platform': ['redis', '@socket.io/*', 'rate-limiter-flexible', 'nodemailer', 'pg-boss'],
  'scope:identity': ['@node-rs/argon2', 'rate-limiter-flexible'],
  'scope:mentoring': ['exceljs'],
  'scope:programme': ['exceljs'],
  'scope:reports': ['exceljs', 'playwright-core'],
  'scope:register': ['csv-parse', 'csv-parse/*', 'exceljs', 'fflate'],
};

/** Scopes of the API, each importing nothing to its right in: directory, calendar, scheduling, the rest, register. */
const apiScopes = {
  shared: [],
  platform: [],
  schema: [],
  identity: [],
  directory: [],
  calendar: ['directory'],
  scheduling: ['directory', 'calendar'],
  live: ['directory', 'calendar', 'scheduling'],
  mentoring: ['directory', 'calendar', 'scheduling'],
  programme: ['directory', 'calendar', 'scheduling'],
  // Reads views named report_… and imports no feature.
  reports: [],
  register: ['directory', 'calendar', 'scheduling', 'live', 'mentoring', 'programme', 'identity'],
};

/** Features of the web link to each other by route, never by import. */
const webFeatures = [
  ...['identity', 'timetable', 'proposals', 'live', 'register'],
  ...['mentoring', 'growth', 'observations', 'studios', 'matching', 'tracking', 'reports', 'programme'],
];

const tag = (prefix) => (name) => `${prefix}:${name}`;
const extraPackagesOf = Object.values(featurePackages).flat();

export const layerConstraints = (extraPackages) =>
  Object.entries(layers).map(([layer, [mayImport, packages]]) => ({
    sourceTag: `layer:${layer}`,
    onlyDependOnLibsWithTags: mayImport.map(tag('layer')),
    ...(packages && { allowedExternalImports: [...packages, ...ownPackages(layer), ...extraPackages] }),
  }));

/** A feature's own packages pass the layer here and are closed to the other scopes by bannedExternalImports below. */
function ownPackages(layer) {
  return layer === 'api-feature' || layer === 'api-platform' ? extraPackagesOf : [];
}

function bannedFor(scope) {
  const own = featurePackages[`scope:${scope}`] ?? [];
  return [...new Set(extraPackagesOf)].filter((name) => !own.includes(name));
}

export const scopeConstraints = [
  ...Object.entries(apiScopes).map(([scope, lower]) => ({
    sourceTag: `scope:${scope}`,
    onlyDependOnLibsWithTags: [scope, 'shared', 'platform', ...lower].map(tag('scope')),
    bannedExternalImports: bannedFor(scope),
  })),
  ...webFeatures.map((feature) => ({
    sourceTag: `scope:web-${feature}`,
    onlyDependOnLibsWithTags: [`scope:web-${feature}`, 'scope:web', 'scope:shared'],
  })),
];
