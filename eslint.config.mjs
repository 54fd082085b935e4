import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'san/', 'bench/build/', 'coverage/', 'prebuilds/'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.dev.json', './tsconfig.page.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 14],
    },
  },
  {
    // Core knows nothing of what is built on it, and the calls nothing of compare and the command line.
    files: ['lib/core/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['**/address/**', '**/call/**', '**/compare/**', '**/cli/**'] }],
    },
  },
  {
    files: ['lib/address/**/*.ts', 'lib/call/**/*.ts', 'lib/option/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['**/compare/**', '**/cli/**'] }] },
  },
  {
    // Only compiled: values are there for their types, and some calls are wrong on purpose.
    files: ['test/types/*.ts'],
    rules: {
      '@typescript-eslint/explicit-function-return-type': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  // Tables and what is made of them are as long as the world that they list.
  { files: ['lib/core/constant/generated/*.ts', 'lib/core/constant/table/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['test/**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'Buffer',
          '__dirname',
          '__filename',
          'console',
          'exports',
          'module',
          'performance',
          'process',
          'require',
          'setInterval',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/explicit-function-return-type': 'off' },
  },
);
