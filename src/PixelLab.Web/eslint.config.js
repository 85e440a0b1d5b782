// What holds TypeScript to more than its types do. Layout is prettier's.
import { configs as lit } from 'eslint-plugin-lit';
import typescript from 'typescript-eslint';

export default typescript.config(
  { ignores: ['node_modules', 'bin', 'obj', 'wwwroot'] },
  {
    files: ['**/*.ts'],
    extends: [
      typescript.configs.strictTypeChecked,
      typescript.configs.stylisticTypeChecked,
      lit['flat/recommended'],
    ],
    languageOptions: {
      parserOptions: { project: './tsconfig.tests.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // What a listener in a template gives back, nobody reads.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A number in a text is written as anybody expects.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Taken out of an object to leave the rest.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      // An empty text is none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // A page brings along what its script looks for; where it does not, the script may stop.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What comes over a line has the type that its reader gives it.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // The runner waits for its tests by itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'test', package: 'node:test' }] },
      ],
    },
  },
);
