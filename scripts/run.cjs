// Starts a command of this folder: `node scripts/run.cjs bench --short`.
require("./require-node.cjs");
const { prepareProcess } = require("../bin/prepare-process.cjs");

prepareProcess();
const [name] = process.argv.splice(2, 1);
void import(`./${name}.ts`);
