// Situations in which other monitors answer wrongly, each drawn with many seeds: no server is needed.
const root = require('../../jest.config');

module.exports = {
  ...root,
  rootDir: '../..',
  setupFilesAfterEnv: [],
  testEnvironment: 'node',
  testTimeout: 120_000,
  testMatch: ['<rootDir>/tests/verdicts/*.test.ts'],
};
