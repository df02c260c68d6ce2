// Opens the preview in a real browser: `npm test -- browser`.
const swc = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  // Modules of scripts/lib are ECMAScript modules: an `import()` of them must stay one.
  module: { type: 'commonjs', ignoreDynamic: true },
};

module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*.test.ts'],
  transform: { '\\.ts$': ['@swc/jest', swc] },
  globalSetup: '<rootDir>/support/globalSetup.ts',
  globalTeardown: '<rootDir>/support/globalTeardown.ts',
  testTimeout: 600_000,
};
