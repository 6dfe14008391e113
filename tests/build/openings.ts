/** Runs in every thread of a process before its own code: notes each file that Node opens for it, a line each. */
const WITNESS = `
  const fs = process.getBuiltinModule("node:fs");
  const { appendFileSync } = fs;
  const watch = (owner, name) => {
    const real = owner[name];
    const watched = function (file, ...more) {
      if (typeof file !== "number") appendFileSync(process.env.OPENED_FILES, String(file) + "\\n");
      return real.call(this, file, ...more);
    };
    owner[name] = Object.defineProperties(watched, Object.getOwnPropertyDescriptors(real));
  };
  for (const name of ["open", "openSync", "readFile", "readFileSync", "copyFile", "copyFileSync", "createReadStream"])
    watch(fs, name);
  for (const name of ["open", "readFile", "copyFile"]) watch(fs.promises, name);
  process.getBuiltinModule("node:module").syncBuiltinESMExports();
`;

/** What to add to the environment of a build so that it lists in a file the paths of all files that it opens. */
export function witnessingOpenings(list: string): Record<string, string> {
  return {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(WITNESS)}`,
    OPENED_FILES: list,
  };
}
