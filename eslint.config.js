import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** The rooms of `src`, and which of them each may import. A wrong arrow fails the check. */
const rooms = ['contract', 'main', 'preload', 'renderer', 'workspace', 'console', 'ui']
const mayImport = {
  contract: ['contract'],
  main: ['main', 'contract'],
  preload: ['preload', 'contract'],
  renderer: ['renderer', 'ui', 'contract'],
  workspace: ['workspace', 'contract'],
  console: ['console', 'ui', 'contract'],
  ui: ['ui', 'contract'],
}

const privileged = ['electron', 'keytar', 'electron-store', 'libsql', 'node:*']

export default tseslint.config(
  { ignores: ['out', 'release', 'node_modules', 'test-results'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] } } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // `return stop()` as an early way out is clear enough.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Objects here are records of closures, never classes: there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': rooms.map((type) => ({ type, pattern: `src/${type}` })),
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.json'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: rooms.map((from) => ({
            from: { element: { type: from } },
            allow: mayImport[from].map((to) => ({ to: { element: { type: to } } })),
          })),
        },
      ],
    },
  },
  {
    // Raw IPC is the registrar's alone.
    files: ['src/main/**'],
    ignores: ['src/main/ipc/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', importNames: ['ipcMain'], message: 'Only src/main/ipc listens to pages.' }] },
      ],
    },
  },
  {
    // What a kind of workspace can do is a capability; its name decides nothing outside of its folder.
    files: ['src/main/**', 'src/renderer/**'],
    ignores: ['src/**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['BinaryExpression > Literal', 'SwitchCase > Literal'].map((place) => ({
          selector: `${place}[value=/^(this-computer|self-hosted|teamviewer)$/]`,
          message: 'Read a capability, or what the kind needs: src/main/workspace/kinds.ts.',
        })),
      ],
    },
  },
  {
    // What the page, the service and the contract must never touch.
    files: ['src/contract/**', 'src/renderer/**', 'src/console/**', 'src/ui/**'],
    ignores: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    rules: { 'no-restricted-imports': ['error', { patterns: privileged }] },
  },
  {
    files: ['src/workspace/**'],
    rules: { 'no-restricted-imports': ['error', { paths: ['electron', 'electron-store', 'keytar'] }] },
  },
  {
    // A stand-in answers with a promise where the real thing does.
    files: ['**/*.test.ts', 'tests/**'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
  { files: ['src/**/*.tsx'], ...reactHooks.configs.flat.recommended },
  // Only a hint to the React Compiler, which isn't used.
  { files: ['src/**/*.tsx'], rules: { 'react-hooks/incompatible-library': 'off' } },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
)
