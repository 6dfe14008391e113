// Every npm script that is not a command of Stet runs this first.
const { isSupported, upgradeAdvice } = require("../bin/node-version.cjs");

if (!isSupported(process.versions.node)) {
  console.error(upgradeAdvice(process.versions.node));
  process.exit(1);
}
