// Situations that teams reported, on real servers: `npm test -- field`.
const swc = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  // Modules of scripts/lib are ECMAScript modules: an `import()` of them must stay one.
  module: { type: 'commonjs', ignoreDynamic: true },
};

process.env.TZ = 'UTC';

module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*.test.ts'],
  transform: { '\\.m?[jt]s$': ['@swc/jest', swc] },
  transformIgnorePatterns: ['node_modules/(?!hyparquet|hysnappy|fzstd)'],
  testTimeout: 60_000,
};
