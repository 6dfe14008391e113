// Starts a command of this folder: `node scripts/run.cjs build --clean`. Compiled code is kept between runs, which
// takes a second off every start; it must be switched on before the command's own modules are loaded.
require("./require-node.cjs");
const { enableCompileCache } = require("node:module");
const { availableParallelism } = require("node:os");
const { readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");

const checkout = join(__dirname, "..");
const ownFolder = join(checkout, ".stet");
const named = process.env.STET_WORK;
const work = named?.trim() ? resolve(checkout, named) : ownFolder;
// Nothing is put into a folder before a build has made sure that it may be used, and has marked it.
if (work === ownFolder || isMarked()) enableCompileCache(join(work, "compile-cache"));
// Pictures are worked on by Node's pool of threads, which is of four where nothing else is said before its first use.
process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism()));
const [name] = process.argv.splice(2, 1);
void import(`./${name}.ts`);

function isMarked() {
  try {
    return readFileSync(join(work, "CACHEDIR.TAG"), "utf8").includes("working folder of Stet");
  } catch {
    return false;
  }
}
