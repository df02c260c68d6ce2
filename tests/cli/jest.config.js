// The shell command as it is built: needs dist/ of this platform (`npm run build`).
module.exports = {
  ...require('../support/nodeSuite')('cli'),
  // Each test starts several processes.
  testTimeout: 30_000,
};
