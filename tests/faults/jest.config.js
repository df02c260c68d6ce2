// Faults of stores and files, and random input: no server is needed.
module.exports = require('../support/nodeSuite')('faults');
