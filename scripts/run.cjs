// Starts a command of this folder: `node scripts/run.cjs build --clean`. Compiled code is kept between runs, which
// takes a second off every start; it must be switched on before the command's own modules are loaded.
require("./require-node.cjs");
const { enableCompileCache } = require("node:module");
const { availableParallelism } = require("node:os");
const { join } = require("node:path");

enableCompileCache(join(__dirname, "..", ".stet", "compile-cache"));
// Pictures are worked on by Node's pool of threads, which is of four where nothing else is said before its first use.
process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism()));
const [name] = process.argv.splice(2, 1);
void import(`./${name}.ts`);
