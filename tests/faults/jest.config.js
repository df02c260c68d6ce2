// Faults of stores and files, and random input: no server is needed.
const root = require('../../jest.config');

module.exports = {
  ...root,
  rootDir: '../..',
  setupFilesAfterEnv: [],
  testEnvironment: 'node',
  testTimeout: 120_000,
  testMatch: ['<rootDir>/tests/faults/**/*.test.ts'],
};
