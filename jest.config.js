// Unit tests beside the files in src, on top of the scaffold's configuration.
process.env.TZ = 'UTC';

const scaffold = require('./.config/jest.config');
const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');
const [[, transformer]] = Object.entries(scaffold.transform);

module.exports = {
  ...scaffold,
  testMatch: [...scaffold.testMatch, '<rootDir>/tests/support/**/*.test.{ts,tsx}'],
  // d3-color ships only .mjs, which the scaffold's pattern leaves untransformed.
  transformIgnorePatterns: [nodeModulesToTransform([...grafanaESModules, 'hyparquet.*', 'hysnappy'])],
  transform: { '^.+\\.m?(t|j)sx?$': transformer },
};
