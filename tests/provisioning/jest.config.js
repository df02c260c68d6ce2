// What provisioning/ and deploy/ hold is what Grafana and Modelwatch take: `npm test -- provisioning`.
const root = require('../../jest.config');

module.exports = {
  ...root,
  rootDir: '../..',
  setupFilesAfterEnv: [],
  testEnvironment: 'node',
  testTimeout: 120_000,
  testMatch: ['<rootDir>/tests/provisioning/**/*.test.ts'],
};
