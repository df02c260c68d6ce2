// Against a real MLflow: `npm test -- registry`.
module.exports = {
  ...require('../support/nodeSuite')('registry'),
  testTimeout: 60_000,
};
