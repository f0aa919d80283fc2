import stylistic from '@stylistic/eslint-plugin';
import tseslint from 'typescript-eslint';
import { effects, law } from './tools/lint/law.ts';

/** What a pure folder may not use; whom of ours a folder may know is seen by `tools/lint/imports.ts`. */
const pureFolders = law
  .filter(({ pure }) => pure)
  .map(({ folder }) => ({
    files: [`src/${folder}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: effects.map((name) => ({ name, message: `${folder}/ is pure: values in, values out` })) },
      ],
    },
  }));

/** Made by `npm run generate` from texts, whose lines are as long as they are. */
const made = ['src/words/keys.ts', 'src/words/texts.ts'];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.demo*/', '.cache/', 'test/golden/*/', 'test/fixtures/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'tools/bootstrap.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 420, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  ...pureFolders,
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'tools/**/*.ts'],
    plugins: { '@stylistic': stylistic },
    // Pages that are made from the program are text in their own lines.
    ignores: ['tools/generate/**'],
    rules: { '@stylistic/max-len': ['error', { code: 120, ignoreUrls: true, ignoreRegExpLiterals: true }] },
  },
  {
    files: ['test/**/*.ts', 'tools/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      // node:test's describe/it return promises that the runner itself awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  { files: ['src/main.ts', 'src/commands/**/*.ts'], rules: { 'no-console': 'off' } },
  // Not ignored: ESLint warns where somebody names an ignored file, as whoever lints the files of a change does.
  {
    files: made,
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false } },
  },
  { files: made, rules: { '@stylistic/max-len': 'off', 'max-lines': 'off' } },
  { files: ['eslint.config.js', 'tools/bootstrap.mjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['eslint.config.js'], rules: { 'no-restricted-exports': 'off' } },
);
