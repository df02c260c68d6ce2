// Checks on the demo's flights, as they are and with faults put into them: no server is needed.
const root = require('../../jest.config');

module.exports = {
  ...root,
  rootDir: '../..',
  setupFilesAfterEnv: [],
  testEnvironment: 'node',
  testTimeout: 120_000,
  testMatch: ['<rootDir>/tests/quality/**/*.test.ts'],
};
