#!/usr/bin/env bash
# npm 11.19.1 passes over the npm-shrinkwrap.json of a package that is installed from a tarball file, although it follows
# that of the same package from a registry: the shrinkwrap lies in the installed folder, and the dependency is installed
# in the newest version that the range allows.
#
# Seen: a tarball whose shrinkwrap fixes picocolors 1.0.0, for a dependency ^1.0.0, installs a later picocolors 1.x.
#
# Why a news publisher cares: a press that is handed on as a tarball, tested with one set of versions, runs with another
# on each machine and each day, and pages differ by a byte or more. What a good engineer would have guessed: that a
# shrinkwrap is what it is for, wherever the package comes from. What helps is to name every package in the manifest, in
# one exact version.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/press" "$folder/paper"

cd "$folder/press"
cat > package.json <<'JSON'
{ "name": "press-with-shrinkwrap", "version": "1.0.0", "dependencies": { "picocolors": "^1.0.0" } }
JSON
cat > npm-shrinkwrap.json <<'JSON'
{
  "name": "press-with-shrinkwrap",
  "version": "1.0.0",
  "lockfileVersion": 3,
  "packages": {
    "": { "name": "press-with-shrinkwrap", "version": "1.0.0", "dependencies": { "picocolors": "^1.0.0" } },
    "node_modules/picocolors": { "version": "1.0.0" }
  }
}
JSON
npm pack --silent --pack-destination "$folder"

cd "$folder/paper"
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund "../press-with-shrinkwrap-1.0.0.tgz"

test -f node_modules/press-with-shrinkwrap/npm-shrinkwrap.json
installed=$(find node_modules -path '*picocolors/package.json' -exec node -p 'require(require("path").resolve(process.argv[1])).version' {} \;)
echo "npm $(npm --version): the shrinkwrap says picocolors 1.0.0, installed is $installed"
if [ "$installed" = "1.0.0" ]; then
  echo "The shrinkwrap was followed: this finding no longer holds."
  exit 1
fi
