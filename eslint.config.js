import tseslint from 'typescript-eslint';

/**
 * The import law (docs/design.md): mail <- bridge <- jobs; db, imap, smtp and matrix know of mail and bridge only their
 * types; app.ts is the one place that builds the parts. Each row: a folder, and what its files may not import.
 */
const law = [
  { folder: 'mail', not: ['bridge', 'jobs', 'db', 'imap', 'smtp', 'matrix'], pure: true },
  { folder: 'bridge', not: ['jobs', 'db', 'imap', 'smtp', 'matrix'], pure: true },
  { folder: 'db', not: ['jobs', 'imap', 'smtp', 'matrix'], typesOnly: ['mail', 'bridge'] },
  { folder: 'imap', not: ['jobs', 'smtp', 'matrix'], typesOnly: ['mail', 'bridge'] },
  { folder: 'smtp', not: ['jobs', 'imap', 'matrix', 'db'], typesOnly: ['mail', 'bridge'] },
  { folder: 'matrix', not: ['jobs', 'imap', 'smtp'], typesOnly: ['mail', 'bridge'] },
  { folder: 'jobs', not: ['operations'] },
  { folder: 'operations', not: ['imap', 'smtp', 'matrix'] },
];
const effects = [
  'pg',
  'imapflow',
  'nodemailer',
  'matrix-appservice-bridge',
  'matrix-appservice',
  'winston',
  'prom-client',
];
const network = ['node:net', 'node:tls', 'node:http', 'node:https', 'node:dgram', 'node:fs', 'node:fs/promises'];

const importLaw = law.map(({ folder, not, pure, typesOnly }) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: pure
          ? [...effects, ...network].map((name) => ({ name, message: `${folder}/ is pure: values in, values out` }))
          : [],
        patterns: [
          {
            group: ['**/app.ts', '**/main.ts', '**/commands/*.ts'],
            message: 'the composition root imports; it is not imported',
          },
          ...not.map((other) => ({
            group: [`**/${other}/*.ts`],
            message: `${folder}/ may not know ${other}/ (import law)`,
          })),
          ...(typesOnly ?? []).map((other) => ({
            group: [`**/${other}/*.ts`, `!**/${other}/types.ts`, `!**/${other}/ids.ts`],
            allowTypeImports: true,
            message: `${folder}/ may know only the types of ${other}/ (import law)`,
          })),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.demo/', '.cache/', 'test/golden/*/', 'test/fixtures/'] },
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
  ...importLaw,
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
  { files: ['eslint.config.js', 'tools/bootstrap.mjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['eslint.config.js'], rules: { 'no-restricted-exports': 'off' } },
);
