'use strict';
// Drover's own version, as the build's project version says.
module.exports = { drover: binding('process').droverVersion };
