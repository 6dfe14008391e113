// Loaded into every Node by `--import`: writes the file of each module it loads to the file that MODULES_FILE names.
import { appendFileSync } from "node:fs";
import * as module from "node:module";

// Before Node 22.15, as in npm itself, there are no such hooks.
module.registerHooks?.({
  load(url, context, next) {
    if (url.startsWith("file:")) appendFileSync(process.env.MODULES_FILE, `${url}\n`);
    return next(url, context);
  },
});
