const root = require('../../jest.config');

/** The configuration of a suite of tests/ that runs the source in Node, without a server. */
module.exports = (name) => ({
  ...root,
  rootDir: '../..',
  setupFilesAfterEnv: [],
  testEnvironment: 'node',
  testTimeout: 120_000,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
});
