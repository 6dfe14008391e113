import { expect, test } from "vitest";
import { projectWith } from "../../tests/fixtures/project-with.ts";
import { ROOT } from "../../tests/structure/project-files.ts";
import type { Editor } from "../domain/editor.ts";
import { editorDiagnostics, editorModule, editorPackages } from "./editor-package.ts";

const AT = { line: 6, column: 1, length: 6 };
const EDITOR: Editor = {
  host: "github",
  repository: "paper/site",
  folder: "content",
  review: false,
};

function told(project: string, editor: { editor?: Editor } = { editor: EDITOR }) {
  return editorDiagnostics(editor, project, AT).map(({ message, fix }) => [message, fix]);
}

const FIX = "Run `npm install --save-exact --save-dev @sveltia/cms@0.221.1`, or remove `editor`.";

test("an editor whose package is not installed is an error, with the command that installs it", () => {
  const project = projectWith({});
  expect(told(project)).toEqual([["`editor` needs a package that is not installed.", FIX]]);
  expect(editorDiagnostics({ editor: EDITOR }, project, AT)).toMatchObject([
    { code: "site/editor", severity: "error", file: "site.yaml", ...AT },
  ]);
  expect(editorModule(project)).toBeUndefined();
  expect(editorPackages(project)).toBe("");
});

test("an editor whose package is another version is an error that says which one was tested", () => {
  const project = projectWith({ "@sveltia/cms": "0.222.0" });
  expect(told(project)).toEqual([
    [
      "@sveltia/cms 0.222.0 is installed, and `editor` was tested with @sveltia/cms@0.221.1 alone: Stet replaces addresses in that package.",
      FIX,
    ],
  ]);
  expect(editorModule(project)).toBeUndefined();
});

test("a publication with the package, or without an editor, is told nothing", () => {
  expect(told(ROOT)).toEqual([]);
  expect(told(projectWith({}), {})).toEqual([]);
  expect(editorModule(ROOT)).toMatch(/@sveltia.cms.npm.index\.js$/);
  expect(editorPackages(ROOT)).toMatch(
    /^@mixmark-io\/domino .*@sveltia\/cms 0\.221\.1, .*turndown/,
  );
});
