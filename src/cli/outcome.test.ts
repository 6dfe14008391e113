import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { OwnCodeFailure } from "../pipeline/own-code-failure.ts";
import { LockHeld } from "../output/lock.ts";
import { EXIT, explainFailure, formatSummary, formatVerification } from "./outcome.ts";
import { FilesMissing } from "../output/missing-files.ts";
import { PublishRefused } from "../output/output-folder.ts";
import { SettingsError } from "../settings/settings.ts";

const summary = {
  articles: 507,
  pages: 1651,
  rendered: 23,
  kept: 2411,
  removed: 1,
  warnings: 389,
  bytes: 34_900_000,
  written: [],
};

test("the summary of a build reads as a table, and says when to build next", () => {
  const outcome = {
    kind: "built",
    base: "/",
    summary,
    next: {
      instant: Date.UTC(2026, 2, 31, 7),
      local: "2026-03-31T09:00:00+02:00",
      file: "articles/2026/03/ferry.mdx",
      title: "The ferry",
      others: 2,
    },
  } as const;
  expect(formatSummary({ ...outcome, diagnostics: [] }, 2.345, "content/")).toMatchInlineSnapshot(`
    "articles                            507
    pages                             1,651
    rendered                             23
    files kept                        2,411
    files removed                         1
    warnings                            389
    size                            34.9 MB
    time                              2.3 s
    next due      2026-03-31T09:00:00+02:00
                  content/articles/2026/03/ferry.mdx (The ferry), and 2 others
    "
  `);
});

test("each kind of failure has its exit code", () => {
  const held = new LockHeld(
    "/press/.stet/lock",
    { pid: 7, since: "2026-01-01T00:00:00.000Z" },
    "Another build is using the working folder /press/.stet",
  );
  expect(explainFailure(held).exitCode).toBe(EXIT.busy);
  expect(explainFailure(new SettingsError("s")).exitCode).toBe(EXIT.refused);
  expect(explainFailure(new PublishRefused("p"))).toEqual({ text: "p", exitCode: EXIT.refused });
  const missing = new FilesMissing([{ path: "a.png", namedBy: ["index.html"] }]);
  expect(explainFailure(missing)).toEqual({ text: missing.message, exitCode: EXIT.failed });
  expect(explainFailure(new Error("broken")).exitCode).toBe(EXIT.failed);
  expect(explainFailure("odd").text).toContain("the bundle is as it was");
});

describe("an error of the system is told by its file, its reason and what to do", () => {
  /** One as Node throws it. */
  const systemError = (code: string, syscall: string, path?: string, dest?: string): Error =>
    Object.assign(new Error(`${code}: odd, ${syscall}`), { code, syscall, path, dest });

  test.each([
    systemError("EACCES", "open", "/paper/content/a.md"),
    systemError("ENOSPC", "write"),
    systemError("EROFS", "mkdir", "/paper/dist"),
    systemError("EPERM", "rename", "/paper/a", "/paper/b"),
    systemError("EMFILE", "spawn", "git"),
  ])("%s", (error) => {
    const { text, exitCode } = explainFailure(error);
    expect(exitCode).toBe(EXIT.failed);
    expect(text).toMatchSnapshot();
  });

  test("and others have a stack, since they are faults of Stet", () => {
    expect(explainFailure(systemError("ENOENT", "open", "/x")).text).toContain("outcome.test.ts");
  });
});

test("code of the publication that fails is told as a diagnostic is", () => {
  const diagnostic: Diagnostic = {
    file: "slots/Footer.astro",
    line: 3,
    column: 13,
    code: "part/failed",
    severity: "error",
    message: "This code of the publication failed: TypeError: a.b is undefined.",
    fix: "Correct it here.",
  };
  const failure = new OwnCodeFailure(diagnostic, "/paper/content", undefined);
  expect(explainFailure(failure, "/paper")).toMatchInlineSnapshot(`
    {
      "exitCode": 4,
      "text": "A component failed; the bundle is as it was.

    content/slots/Footer.astro:3:13  error  part/failed
      This code of the publication failed: TypeError: a.b is undefined.
      → Correct it here.

    1 error in 1 file.",
    }
  `);
});

test("a bundle that is not whole is told file by file", () => {
  const problems = [{ path: "index.html", what: "changed", detail: "its bytes differ" } as const];
  expect(formatVerification("/srv/www", { files: 3, bytes: 1000, problems }))
    .toMatchInlineSnapshot(`
    "index.html  changed  its bytes differ
    /srv/www is not whole: 1 problem. Build it again.
    "
  `);
  expect(formatVerification("/srv/www", { files: 3, bytes: 1000, problems: [] })).toBe(
    "/srv/www is whole: 3 files, 1.0 kB.\n",
  );
});
