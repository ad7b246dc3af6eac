const workspaceSources = {
  '^@qinglan/(domain|contracts)$': '<rootDir>/libs/$1/src/index.ts',
  '^@qinglan/(api|web)-(.+)$': '<rootDir>/libs/$1/$2/src/index.ts',
};

const project = (displayName, places, more = {}) => ({
  displayName,
  testMatch: places.map((place) => `<rootDir>/${place}/**/*.spec.ts`),
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.nx/', '<rootDir>/.data/'],
  moduleNameMapper: workspaceSources,
  transform: { '^.+\\.ts$': '<rootDir>/tools/jest-oxc.mjs' },
  ...more,
});

/** With how much memory a process begins anew between two files; without it all run in one. */
const memory = process.env['TEST_WORKER_MEMORY'];

export default {
  testTimeout: 60_000,
  ...(memory ? { workerIdleMemoryLimit: memory } : {}),
  projects: [
    project('rules', ['libs']),
    project('api', ['tests/api', 'tests/architecture', 'tests/operations']),
    project('journeys', ['tests/journeys']),
  ],
};
