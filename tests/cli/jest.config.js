// The shell command as it is built: needs dist/ of this platform (`npm run build`).
const root = require('../../jest.config');

module.exports = {
  ...root,
  rootDir: '../..',
  setupFilesAfterEnv: [],
  testEnvironment: 'node',
  // Each test starts several processes.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/tests/cli/**/*.test.ts'],
};
