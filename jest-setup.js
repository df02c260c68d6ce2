// Jest setup provided by Grafana scaffolding. It needs a document, which tests of pure and back-end code don't have.
if (typeof document !== 'undefined') {
  require('./.config/jest-setup');
  require('./tests/support/rememberStyles').rememberStyles();
}
