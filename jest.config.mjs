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

export default {
  testTimeout: 60_000,
  projects: [
    project('rules', ['libs']),
    project('api', ['tests/api', 'tests/architecture', 'tests/operations']),
    project('journeys', ['tests/journeys']),
  ],
};
