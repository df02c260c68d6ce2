// Situations in which other monitors answer wrongly, each drawn with many seeds: no server is needed.
module.exports = require('../support/nodeSuite')('verdicts');
