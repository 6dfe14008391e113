import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "stet-thread-"));
beforeAll(() => {
  writeFileSync(
    join(folder, "entry.ts"),
    'import { parentPort, workerData } from "node:worker_threads";\nparentPort?.postMessage((workerData as string[]).join());\n',
  );
  writeFileSync(
    join(folder, "preloaded.ts"),
    'import { parentPort } from "node:worker_threads";\nparentPort?.postMessage(String("preloaded" in globalThis));\n',
  );
  writeFileSync(join(folder, "bad.ts"), 'throw new Error("A fault of the thread.");\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a thread of a process of its own says or throws; compiled code is kept in a folder, or not. */
function said(entry: string, cache?: string, options?: string): string {
  const start = pathToFileURL(join(import.meta.dirname, "started-thread.ts")).href;
  const program = `
    import { enableCompileCache } from "node:module";
    import { startThread } from ${JSON.stringify(start)};
    ${cache === undefined ? "" : `enableCompileCache(${JSON.stringify(cache)});`}
    const thread = startThread(new URL(${JSON.stringify(pathToFileURL(join(folder, entry)).href)}), ["a", "b"]);
    thread.once("message", (message) => console.log(message)).once("error", (error) => console.log(error.message));
  `;
  writeFileSync(join(folder, "program.mjs"), program);
  const { stdout } = spawnSync(process.execPath, [join(folder, "program.mjs")], {
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      ...(options === undefined ? {} : { NODE_OPTIONS: options }),
    },
  });
  return stdout.trim();
}

test("a thread keeps its compiled code beside that of its process", () => {
  const cache = join(folder, "cache");
  expect(said("entry.ts", cache)).toBe("a,b");
  const [version = ""] = readdirSync(cache);
  const kept = readdirSync(join(cache, version)).length;
  expect(said("entry.ts", cache)).toBe("a,b");
  expect(readdirSync(cache)).toEqual([version]);
  expect(readdirSync(join(cache, version))).toHaveLength(kept);
  expect(kept).toBeGreaterThanOrEqual(2);
});

test("a thread starts where no compiled code is kept", () => {
  expect(said("entry.ts")).toBe("a,b");
});

test("what is preloaded into every thread is preloaded into one with compiled code", () => {
  const preload = "--import=data:text/javascript,globalThis.preloaded=1";
  expect(said("preloaded.ts", join(folder, "cache"), preload)).toBe("true");
});

test.each([["kept", join(folder, "cache")] as const, ["not kept", undefined] as const])(
  "what a thread throws is told where compiled code is %s",
  (_, cache) => {
    expect(said("bad.ts", cache)).toBe("A fault of the thread.");
  },
);
