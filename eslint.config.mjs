import { defineConfig } from 'eslint/config';
import baseConfig from './.config/eslint.config.mjs';

/**
 * The one way through the code: each folder of src imports only those that stand before it here.
 * panels, datasource and app run in the browser, backend and cli in the executable: they never import one another.
 */
const CORE = [
  'query',
  'distribution',
  'outcomes',
  'statistics',
  'verdict',
  'sources',
  'baseline',
  'evaluate',
  'frames',
];
const ENDS = ['backend', 'cli', 'datasource', 'panels', 'app'];
const BROWSER = ['datasource', 'panels', 'app'];
const PURE = ['query', 'distribution', 'outcomes', 'statistics', 'verdict'];

const mayImport = {
  query: [],
  distribution: ['query'],
  outcomes: ['query', 'distribution'],
  statistics: ['query', 'distribution', 'outcomes'],
  verdict: ['query', 'distribution', 'outcomes', 'statistics'],
  sources: ['query', 'distribution', 'outcomes'],
  baseline: ['query', 'distribution', 'outcomes', 'sources'],
  evaluate: ['query', 'distribution', 'outcomes', 'statistics', 'verdict', 'sources', 'baseline'],
  // Results are data: frames need their types, not the evaluation.
  frames: ['query', 'outcomes', 'verdict', 'evaluate/Result'],
  backend: CORE,
  cli: [...CORE, 'backend'],
  // Which tests auto chooses is told beside the choice.
  datasource: ['query', 'frames', 'verdict/autoTests'],
  panels: ['query', 'frames', 'verdict'],
  app: ['query', 'frames'],
};

const importRules = Object.entries(mayImport).map(([folder, allowed]) => {
  const forbidden = [...CORE, ...ENDS].filter((other) => other !== folder && !allowed.includes(other));
  const exceptions = allowed.filter((path) => path.includes('/')).map((path) => path.split('/')[1]);
  const patterns = forbidden.map((other) => ({
    regex: `^(\\.\\./)+${other}(/(?!(${exceptions.join('|') || ' '})$)|$)`,
    message: `src/${folder} stands before src/${other}: see "One way through the code" in CONTRIBUTING.md.`,
  }));
  if (PURE.includes(folder)) {
    patterns.push({
      regex: '^(@grafana/|react|node:|fs$|path$|http|undici|hyparquet|papaparse|apache-arrow|@grpc/)',
      message: `src/${folder} is pure: no Grafana, no files, no network.`,
    });
  } else if (BROWSER.includes(folder)) {
    patterns.push({ regex: '^(node:|fs$|path$|@grpc/|apache-arrow)', message: `src/${folder} runs in the browser.` });
  }
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
});

const pureRules = {
  files: PURE.map((folder) => `src/${folder}/**/*.ts`),
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'Randomness comes from a seed that is an argument.' },
      { object: 'Date', property: 'now', message: 'The time is an argument.' },
    ],
  },
};

const FC_ASSERT = "CallExpression[callee.object.name='fc'][callee.property.name='assert']";
const seedRules = {
  files: ['**/*.test.{ts,tsx}'],
  rules: {
    'no-restricted-syntax': [
      'error',
      ...['[arguments.length=1]', " > ObjectExpression:not(:has(> Property[key.name='seed']))"].map((part) => ({
        selector: `${FC_ASSERT}${part}`,
        message:
          'A property takes a fixed seed, so that no change fails for an older fault that a new seed happens to find.',
      })),
    ],
  },
};

export default defineConfig([
  {
    ignores: [
      // Belongs to @grafana/create-plugin.
      '.config/',
      '**/node_modules/',
      '**/dist/',
      '**/coverage',
      '**/artifacts/',
      '.cache/',
      '**/generated/',
      'test-results/',
      'playwright-report/',
      '**/.eslintcache',
    ],
  },
  ...baseConfig,
  { rules: { complexity: ['warn', 15] } },
  // TypeScript tells overloads from redeclarations; the rule does not.
  { files: ['**/*.{ts,tsx}'], rules: { 'no-redeclare': 'off' } },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  ...importRules,
  pureRules,
  seedRules,
]);
