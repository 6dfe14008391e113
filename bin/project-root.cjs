// Which folder a command works for.
const { existsSync } = require("node:fs");
const { dirname, join, resolve } = require("node:path");

/**
 * The project that a folder belongs to: itself or the nearest above it that has a `package.json` or a publication;
 * itself where there is none.
 */
function projectRootOf(folder) {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, "package.json")) || existsSync(join(at, "content", "site.yaml")))
      return at;
    if (at === dirname(at)) return resolve(folder);
  }
}

module.exports = { projectRootOf };
