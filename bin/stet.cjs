#!/usr/bin/env node
// The command `stet`: `stet build --clean`. Where this Node is too old, the one that was installed with Stet takes
// over. Compiled code is kept between runs, which takes a second off every start; that must be switched on before the
// command's own modules are loaded.
const { installedNode, isSupported, upgradeAdvice } = require("./node-version.cjs");

if (isSupported(process.versions.node)) start();
else handOver();

function start() {
  const { existsSync } = require("node:fs");
  const { join } = require("node:path");
  const { pathToFileURL } = require("node:url");
  const { prepareProcess } = require("./prepare-process.cjs");
  const { projectRootOf } = require("./project-root.cjs");
  prepareProcess();
  // An installed package holds JavaScript: Node reads no TypeScript below node_modules.
  const compiled = join(__dirname, "..", "compiled", "src", "cli", "stet.js");
  const main = existsSync(compiled) ? compiled : join(__dirname, "..", "src", "cli", "stet.ts");
  const roots = { packageRoot: join(__dirname, ".."), projectRoot: projectRootOf(process.cwd()) };
  void import(pathToFileURL(main).href).then((stet) => stet.main(roots));
}

function handOver() {
  const node = installedNode();
  if (node === undefined) {
    process.stderr.write(`${upgradeAdvice(process.versions.node)}\n`);
    process.exitCode = 2;
    return;
  }
  const { spawn } = require("node:child_process");
  const child = spawn(node, [__filename, ...process.argv.slice(2)], { stdio: "inherit" });
  // A terminal sends its signals to both; others send them to this process alone.
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.once("error", (error) => {
    process.stderr.write(`${node} cannot be started: ${error.message}\n`);
    process.exitCode = 4;
  });
  child.once("exit", (code, signal) => {
    for (const name of signals) process.removeAllListeners(name);
    if (signal === null) process.exitCode = code;
    else process.kill(process.pid, signal);
  });
}
