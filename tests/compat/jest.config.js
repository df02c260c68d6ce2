// The bundle in a page made of the packages of another Grafana than the one it is built with: `npm test -- compat`. The
// folder grafana-<version> names them.
process.env.PREVIEW_GRAFANA ??= '13';
const browser = require('../browser/jest.config');

const path = require('node:path');
const support = '<rootDir>/../browser/support';

module.exports = {
  ...browser,
  rootDir: __dirname,
  roots: ['<rootDir>', '<rootDir>/../browser'],
  testMatch: [
    '<rootDir>/*.test.ts',
    ...['interaction', 'pages'].map((name) => path.resolve(__dirname, '../browser', `${name}.test.ts`)),
  ],
  globalSetup: `${support}/globalSetup.ts`,
  globalTeardown: `${support}/globalTeardown.ts`,
};
