// Checks on the demo's flights, as they are and with faults put into them: no server is needed.
module.exports = require('../support/nodeSuite')('quality');
