// What provisioning/ and deploy/ hold is what Grafana and Modelwatch take: `npm test -- provisioning`.
module.exports = require('../support/nodeSuite')('provisioning');
