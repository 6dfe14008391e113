import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { contentType } from "../../../src/deploy/content-type.ts";
import { MANIFEST_NAME } from "../../../src/output/bundle-path.ts";
import { publishWorkflow, stepsOf } from "../../structure/workflow.ts";
import { missingTools, need } from "../../tools/need.ts";
import { GOOD_PUBLICATION, NOW, text } from "../bad-inputs/good-publication.ts";
import { bundleDifferences, readBundle } from "../bundles.ts";
import { assertBuilt, copyCheckout } from "../checkout-commands.ts";
import type { Checkout, Run } from "../checkout-commands.ts";
import { makeImage, writeContent } from "../publication.ts";
import { openObjectStore } from "./object-store-server.ts";
import type { ObjectStoreServer } from "./object-store-server.ts";

const base = mkdtempSync(join(tmpdir(), "stet-upload-"));
const PIECE = "articles/2026/03/plain.md";
/** The new article; its picture is one that nothing else shows. */
const NEW_PIECE = "articles/2026/03/newer.md";
let checkout: Checkout;
let rclone = "";
let first = "";
let second = "";

const without = await missingTools(["rclone"]);
const suite = describe.skipIf(without);

beforeAll(async () => {
  if (without !== false) return;
  rclone = await need("rclone");
  checkout = copyCheckout(join(base, "press"));
  const content = join(base, "content");
  for (const [file, said] of Object.entries(GOOD_PUBLICATION)) writeContent(content, file, said);
  const build = async (name: string): Promise<string> => {
    const out = join(base, "out");
    assertBuilt(await checkout.build({ content, out, cache: join(base, "cache"), now: NOW }));
    cpSync(out, join(base, name), { recursive: true });
    return join(base, name);
  };
  first = await build("first");
  writeContent(content, PIECE, text({ title: "A plain story" }, "Other words."));
  writeContent(content, "articles/2026/03/quay.png", await makeImage(1));
  writeContent(content, NEW_PIECE, text({ title: "A newer story" }, "![A quay](./quay.png)"));
  rmSync(join(content, "articles/2026/02/sound.mdx"));
  second = await build("second");
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A folder for PATH whose `rclone` is the real one, and fails the time it is asked `failing` times. */
function rcloneFolder(failing = 0): string {
  const folder = mkdtempSync(join(base, "bin-"));
  const script = `#!/bin/sh
times=$(( $(cat "${folder}/times" 2>/dev/null || echo 0) + 1 ))
echo $times > "${folder}/times"
[ $times -eq ${failing} ] && { echo "the line was cut" >&2; exit 7; }
exec "${rclone}" "$@"
`;
  writeFileSync(join(folder, "rclone"), script);
  chmodSync(join(folder, "rclone"), 0o755);
  return folder;
}

function shell(command: string, environment: Record<string, string>): Promise<Run> {
  const child = spawn("/bin/sh", ["-c", command], {
    cwd: checkout.root,
    env: { HOME: base, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const run = { stdout: "", stderr: "" };
  child.stdout.on("data", (said: Buffer) => (run.stdout += said.toString()));
  child.stderr.on("data", (said: Buffer) => (run.stderr += said.toString()));
  return new Promise((resolve) => {
    child.once("close", (code) => resolve({ code: code ?? undefined, ...run }));
  });
}

/** Node alone. */
const node = dirname(process.execPath);

/** A PATH with Node, what a shell script needs, and the rclone of that folder. */
function pathWith(bin = rcloneFolder()): string {
  return [bin, node, "/usr/bin", "/bin"].join(delimiter);
}

function upload(bundle: string, args: string, path = pathWith()): Promise<Run> {
  return shell(`node bin/stet.cjs upload --grace 0 ${args}`, { PATH: path, STET_OUT: bundle });
}

suite("npm run upload, to a folder", () => {
  let target = "";
  beforeEach(() => {
    target = mkdtempSync(join(base, "public-"));
  });

  const differences = (bundle: string): string[] =>
    bundleDifferences(readBundle(target), readBundle(bundle));

  test("sends the whole bundle, then exactly the files that one more article changed", async () => {
    expect((await upload(first, `--to ${target}`)).code).toBe(0);
    expect(differences(first)).toEqual([]);

    // A file that is sent again gets the bundle's time; all others keep this one.
    const past = new Date("2001-01-01T00:00:00Z");
    for (const path of readBundle(target).keys()) utimesSync(join(target, path), past, past);
    const { code, stdout, stderr } = await upload(second, `--to ${target}`);
    expect(stderr).toBe(
      "Sending new parts\nSending new pages\nSending changed\nSending fronts and feeds\nSending manifest\nSending removals\n",
    );
    expect([code, stdout.trim().split("\n").at(-1)]).toEqual([0, `${target} is up to date.`]);
    expect(differences(second)).toEqual([]);

    const before = readBundle(first);
    const changed = [...readBundle(second)].filter(
      ([path, bytes]) => before.get(path)?.equals(bytes) !== true,
    );
    const sent = [...readBundle(target).keys()].filter(
      (path) => statSync(join(target, path)).mtimeMs !== past.getTime(),
    );
    expect(sent.sort()).toEqual(changed.map(([path]) => path).sort());
    expect(sent).toContain("2026/03/newer/index.html");
    expect(sent.length).toBeLessThan(before.size);
    expect((await checkout.verify({ content: "", out: target, cache: "", now: NOW })).code).toBe(0);
  });

  test("rehearsed sends nothing", async () => {
    const { code, stdout } = await upload(first, `--to ${target} --dry-run`);
    expect([code, readBundle(target).size]).toEqual([0, 0]);
    expect(stdout).toMatch(/^new pages +\d+ .*This was a dry run: nothing was sent\.$/ms);
  });

  test("that was cut here or there is mended by the next one, also where that has another bundle", async () => {
    await upload(first, `--to ${target}`);
    const kept = join(base, "kept");
    cpSync(target, kept, { recursive: true });
    let cuts = 0;
    // The first time it only reads what is public.
    for (let failing = 2; ; failing += 3) {
      rmSync(target, { recursive: true });
      cpSync(kept, target, { recursive: true });
      const cut = await upload(second, `--to ${target}`, pathWith(rcloneFolder(failing)));
      if (cut.code === 0) break;
      cuts += 1;
      expect(cut.code).toBe(4);
      expect(cut.stderr).toContain("the line was cut");
      expect(cut.stderr).toContain("Run the same command again");
      const next = failing % 2 === 0 ? second : first;
      expect((await upload(next, `--to ${target}`)).code).toBe(0);
      expect(differences(next), `cut at the ${failing}th`).toEqual([]);
    }
    expect(cuts).toBeGreaterThan(3);
  });

  test("refuses a bundle that was tampered with, a target in the bundle, and a damaged manifest", async () => {
    const spoilt = join(base, "spoilt");
    cpSync(first, spoilt, { recursive: true });
    writeFileSync(join(spoilt, "index.html"), "other");
    const tampered = await upload(spoilt, `--to ${target}`);
    expect([tampered.code, tampered.stderr]).toEqual([1, expect.stringContaining("index.html")]);
    for (const args of ["", `--to ${join(first, "inside")}`])
      expect((await upload(first, args)).code, args).toBe(2);
    writeFileSync(join(target, MANIFEST_NAME), "nonsense");
    const damaged = await upload(first, `--to ${target}`);
    expect([damaged.code, damaged.stderr]).toEqual([2, expect.stringContaining("--all")]);
    expect(readBundle(target).size).toBe(1);
  });

  test("says what to do where rclone is missing, and where it does not know the target", async () => {
    const bare = await upload(first, `--to ${target}`, node);
    expect([bare.code, bare.stderr]).toEqual([
      2,
      expect.stringContaining("rclone, which transfers the files, is not installed"),
    ]);
    const unknown = await upload(first, "--to nowhere:bucket");
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(
      /nowhere:bucket cannot be read.*nowhere:bucket.*Nothing was sent/s,
    );
  });
});

suite("the workflow that publishes, run here step by step against an object store", () => {
  const workflow = publishWorkflow();
  let store: ObjectStoreServer;
  beforeEach(async () => {
    store = await openObjectStore();
  });
  afterEach(() => store.close());

  /** What the settings of the repository would be. */
  const valueOf = (expression: string): string =>
    ({
      "vars.STET_TARGET": "public:papers/main",
      "vars.STET_STORE_PROVIDER": "Other",
      "vars.STET_STORE_ENDPOINT": store.endpoint,
      "vars.STET_STORE_REGION": "",
      "secrets.STET_STORE_KEY_ID": "id",
      "secrets.STET_STORE_KEY": "key",
    })[expression] ?? `no such setting: ${expression}`;

  async function runSteps(): Promise<Run[]> {
    const runs: Run[] = [];
    for (const { run, env = {} } of stepsOf(workflow)) {
      if (run?.startsWith("npm run ") !== true) continue;
      const given = Object.entries(env).map(([name, value]): [string, string] => [
        name,
        value.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, expression: string) => valueOf(expression)),
      ]);
      const done = await shell(run, {
        PATH: [rcloneFolder(), node, process.env["PATH"] ?? ""].join(delimiter),
        STET_CONTENT: join(base, "content"),
        STET_NOW: NOW,
        ...Object.fromEntries(given),
      });
      runs.push(done);
      if (done.code !== 0) throw new Error(`${run}\n${done.stdout}${done.stderr}`);
    }
    return runs;
  }

  test("stores every file with its type and caching, and a second run sends nothing", async () => {
    const runs = await runSteps();
    expect(runs).toHaveLength(5);
    const bundle = readBundle(join(checkout.root, "dist"));
    const stored = [...store.objects].map(([path, { bytes }]): [string, Buffer] => [
      path.replace(/^papers\/main\//, ""),
      bytes,
    ]);
    expect(bundleDifferences(new Map(stored), bundle)).toEqual([]);
    for (const [path, { type, caching }] of store.objects) {
      expect(type, path).toBe(contentType(path));
      expect(caching, path).toMatch(/^no-cache$|^public, max-age=/);
    }
    const manifest = `PUT /papers/main/${MANIFEST_NAME}`;
    expect(store.changes.slice(-2)).toEqual([manifest, "DELETE /papers/main/stet-journal.json"]);
    expect(store.changes[0]).toBe("PUT /papers/main/stet-journal.json");

    const all = store.changes.length;
    const again = await runSteps();
    expect(store.changes).toHaveLength(all);
    expect(again[1]?.stdout).toMatch(/^rendered +0$/m);
    expect(again[3]?.stdout).toContain("public:papers/main was up to date: nothing was sent.");
    expect(again[4]?.stdout).toContain("No feed has changed.");
  });

  test("ends with an error where the store turns it away", async () => {
    store.isClosed = true;
    await expect(runSteps()).rejects.toThrow(/public:papers\/main cannot be read/);
  });

  test("two publications below one address do not touch each other's files", async () => {
    const environment = {
      PATH: pathWith(),
      RCLONE_CONFIG_PUBLIC_TYPE: "local",
    };
    const directory = join(base, "two");
    mkdirSync(directory);
    const send = (bundle: string, to: string): Promise<Run> =>
      shell(`node bin/stet.cjs upload --grace 0 --to public:${to}`, {
        ...environment,
        STET_OUT: bundle,
      });
    for (const [bundle, to] of [
      [first, directory],
      [second, join(directory, "archive")],
      [second, directory],
    ] as const)
      expect((await send(bundle, to)).code).toBe(0);
    const found = readBundle(directory);
    const archive = [...found].filter(([path]) => path.startsWith("archive/"));
    expect(archive.map(([path]) => path.slice(8))).toEqual([...readBundle(second).keys()]);
    expect(readFileSync(join(directory, "index.html"))).toEqual(
      readBundle(second).get("index.html"),
    );
  });
});
