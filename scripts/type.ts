// npm run type: cuts the press's typefaces anew, and writes the style sheet that names them.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeType } from "../tests/visual/type/make-type.ts";
import { readOptions } from "../src/cli/command-options.ts";
import { TOOLS } from "./tools.ts";

readOptions(TOOLS.type);
const styles = join(import.meta.dirname, "..", "src", "styles");
const packages = mkdtempSync(join(tmpdir(), "type-"));
try {
  const { files, css } = await makeType((name, version, file) => {
    const folder = join(packages, `${name}-${version}`.replaceAll("/", "-"));
    if (mkdirSync(folder, { recursive: true }) !== undefined) {
      const command = ["pack", `${name}@${version}`, "--silent", "--pack-destination", folder];
      const [packed = ""] = execFileSync("npm", command, { encoding: "utf8" }).split("\n");
      execFileSync("tar", ["xzf", join(folder, packed.trim()), "-C", folder]);
    }
    return Promise.resolve(readFileSync(join(folder, "package", file)));
  });
  mkdirSync(join(styles, "type"), { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(styles, "type", name), bytes);
  writeFileSync(join(styles, "type.css"), css);
  for (const [name, bytes] of files) process.stdout.write(`${name}  ${bytes.length} bytes\n`);
} finally {
  rmSync(packages, { recursive: true, force: true });
}
