import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { layerConstraints, scopeConstraints, testTools } from './tools/lint/boundaries.mjs';
import { pureGlobals, pureImports, pureProperties } from './tools/lint/purity.mjs';

const boundaries = (extraPackages = [], allow = []) => [
  'error',
  {
    allow,
    enforceBuildableLibDependency: false,
    banTransitiveDependencies: true,
    depConstraints: [...layerConstraints(extraPackages), ...scopeConstraints],
  },
];

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };

const sizes = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-depth': ['error', 3],
  complexity: ['error', 10],
};

const everywhere = {
  ...sizes,
  'no-restricted-syntax': ['error', noDefaultExport],
  eqeqeq: 'error',
  'no-console': 'error',
  'prefer-const': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/no-extraneous-class': 'off', // Nest modules and Angular components are classes without members
};

export default tseslint.config(
  { ignores: ['dist/**', '.nx/**', '.data/**', '**/.angular/**', 'node_modules/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    plugins: { '@nx': nx, qinglan: { rules: { 'max-params': maxParams() } } },
    rules: { ...everywhere, '@nx/enforce-module-boundaries': boundaries(), 'qinglan/max-params': 'error' },
  },
  {
    files: ['libs/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...pureGlobals],
      'no-restricted-imports': ['error', pureImports],
      'no-restricted-properties': ['error', ...pureProperties],
    },
  },
  {
    files: ['**/*.spec.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(testTools) },
  },
  {
    // Nx lets nobody import an application; the tests put the real one together, and a real browser beside it, each in one file.
    files: ['tests/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(testTools, ['../../apps/api/src/app', '../../tools/browser.mjs']),
    },
  },
  {
    files: ['**/*.spec.ts', 'tests/**/*.ts', '**/migrations/**/*.ts', '**/*.migration.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['tests/bench/**/*.ts', 'apps/api/src/*.ts'],
    rules: { 'no-console': 'off' }, // commands speak to a terminal
  },
  { files: ['**/*.html'], extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility] },
  {
    files: ['apps/web/**/*.ts', 'libs/web/**/*.ts'],
    processor: angular.processInlineTemplates,
  },
);

/** Three parameters for functions; a constructor may be handed six things. */
function maxParams() {
  const check = (context, limit) => (node) => {
    const isConstructor = node.parent?.type === 'MethodDefinition' && node.parent.kind === 'constructor';
    const most = isConstructor ? 6 : limit;
    if (node.params.length > most) {
      context.report({ node, message: `${node.params.length} parameters; at most ${most}.` });
    }
  };
  return {
    meta: { type: 'suggestion', schema: [] },
    create(context) {
      const count = check(context, 3);
      return { FunctionDeclaration: count, FunctionExpression: count, ArrowFunctionExpression: count };
    },
  };
}
