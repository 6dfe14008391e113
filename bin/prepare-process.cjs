// What has to be set before a command's modules are loaded.
const { readFileSync } = require("node:fs");
const { enableCompileCache } = require("node:module");
const { availableParallelism } = require("node:os");
const { join, resolve } = require("node:path");
const { projectRootOf } = require("./project-root.cjs");

/** Keeps compiled code in the working folder, and lets images be processed on all cores. */
function prepareProcess() {
  const project = projectRootOf(process.cwd());
  const ownFolder = join(project, ".stet");
  const named = process.env.STET_WORK;
  const work = named && named.trim() ? resolve(project, named) : ownFolder;
  // Nothing is put into a folder before a build has made sure that it may be used, and has marked it.
  if (isMarked(work)) enableCompileCache(join(work, "compile-cache"));
  // Node's pool of threads has four where nothing else is said before its first use.
  process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism()));
}

function isMarked(work) {
  try {
    return readFileSync(join(work, "CACHEDIR.TAG"), "utf8").includes("working folder of Stet");
  } catch {
    return false;
  }
}

module.exports = { prepareProcess };
