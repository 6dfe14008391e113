import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { loadPublication } from "../../../src/pipeline/load-publication.ts";
import type { Diagnostic } from "../../../src/domain/diagnostic.ts";
import { NOW } from "./good-publication.ts";
import { MEANT_ROWS } from "./meant-rows.ts";
import { spoiltPublication } from "./spoilt-publication.ts";
import type { SpoiltPublication } from "./spoilt-publication.ts";
import { VALUE_ROWS } from "./value-rows.ts";

/** What an author is told to write, be it sure or likely. */
const WRITE = /^Write `([^`]+)`(?:\.|, if that is meant\.)/;

/** Rules whose remedy is written in place of what is marked. */
const IN_PLACE =
  /^(?:link\/(?:dead|outside|fragment)|picture\/(?:missing|remote)|reference\/\w+|media\/missing|data\/missing)$/;

const ROWS = MEANT_ROWS.filter(({ diagnostics }) =>
  diagnostics.some((one) => IN_PLACE.test(one.split(" ")[0] ?? "")),
);

test.each(ROWS)("what is told, typed as it is printed, mends it: $name", async (row) => {
  const folders = await spoiltPublication(row, "");
  const before = await diagnosticsOf(folders);
  // From the last one on, so that the places of the others stay true.
  const typed = before.filter(({ code, fix }) => IN_PLACE.test(code) && WRITE.test(fix)).reverse();
  for (const found of typed) typeRemedy(folders.content, found);
  const after = await diagnosticsOf(folders);
  folders.remove();
  const isLeft = new Set(
    before.filter((found) => !typed.includes(found)).map(({ message }) => message),
  );
  expect(after.filter(({ message }) => !isLeft.has(message)).filter(isError)).toEqual([]);
  expect(after.filter(isError)).toHaveLength(before.filter(isError).length - typed.length);
});

/** Where a file is told to go. */
const MOVE = /(?:Rename it|Move it|rename this one|another name, such as) (?:to )?`([^`]+)`/;

test.each(
  VALUE_ROWS.filter(({ diagnostics }) => diagnostics.some((one) => one.startsWith("path/"))),
)(
  "who moves every file that is told to, all at once, is told of no path again: $name",
  async (row) => {
    const folders = await spoiltPublication(row, "");
    const moves = (await diagnosticsOf(folders)).flatMap(({ file, fix }) => {
      const [, to] = MOVE.exec(fix) ?? [];
      return to === undefined ? [] : [{ from: join(folders.content, file), to }];
    });
    for (const { from, to } of moves) {
      const target = join(folders.content, to);
      expect(existsSync(target), to).toBe(false);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(from, target);
    }
    const after = await diagnosticsOf(folders);
    folders.remove();
    expect(after.filter(({ code, fix }) => code.startsWith("path/") && MOVE.test(fix))).toEqual([]);
  },
);

async function diagnosticsOf({ content, cache }: SpoiltPublication): Promise<Diagnostic[]> {
  const now = Date.parse(NOW);
  const { diagnostics } = await loadPublication({
    content,
    cache,
    now,
    clock: Date.now,
    codeVersion: "1",
  });
  return diagnostics;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** Writes what a remedy says over what is pointed at. */
function typeRemedy(content: string, { file, line, column, length = 1, fix }: Diagnostic): void {
  const path = join(content, file);
  const lines = readFileSync(path, "utf8").split("\n");
  const [, remedy = ""] = WRITE.exec(fix) ?? [];
  const written = lines[line - 1] ?? "";
  lines[line - 1] = written.slice(0, column - 1) + remedy + written.slice(column - 1 + length);
  writeFileSync(path, lines.join("\n"));
}
