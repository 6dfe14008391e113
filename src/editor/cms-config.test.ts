import { expect, test } from "vitest";
import { aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Editor } from "../domain/editor.ts";
import { editorConfig } from "./cms-config.ts";

const GITHUB: Editor = {
  host: "github",
  repository: "paper/site",
  folder: "content",
  review: false,
};
const GITLAB: Editor = { ...GITHUB, host: "gitlab", repository: "group/paper/site" };

function config(editor: Editor, language = "en") {
  const publication = aPublication([]);
  return editorConfig({ ...publication, site: { ...publication.site, language } }, editor).cms;
}

test("authors sign in to GitHub with a token, and through a server where there is one", () => {
  expect(config(GITHUB).backend).toMatchObject({
    name: "github",
    repo: "paper/site",
    auth_methods: ["token"],
  });
  expect(config(GITHUB).backend).not.toHaveProperty("branch");
  expect(
    config({ ...GITHUB, branch: "main", auth: "https://auth.paper.example" }).backend,
  ).toMatchObject({
    branch: "main",
    base_url: "https://auth.paper.example",
    auth_methods: ["oauth", "token"],
  });
});

test("authors sign in to GitLab by an application without a secret", () => {
  expect(config({ ...GITLAB, app: "0123456789" }).backend).toMatchObject({
    name: "gitlab",
    repo: "group/paper/site",
    auth_type: "pkce",
    app_id: "0123456789",
    auth_methods: ["oauth", "token"],
  });
});

test("a host of one's own is asked by both of its interfaces, and signs in by itself", () => {
  const api = "https://git.paper.example/api/v4";
  expect(config({ ...GITLAB, api, app: "0123456789" }).backend).toMatchObject({
    api_root: api,
    graphql_api_root: "https://git.paper.example/api/graphql",
    base_url: "https://git.paper.example",
  });
});

test("nothing that an article holds is shown as a page, and no host for pictures is offered", () => {
  expect(config(GITHUB)).toMatchObject({
    editor: { preview: false },
    media_libraries: { stock_assets: false },
  });
});

test("each change is reviewed where the publication wants that", () => {
  expect(config(GITHUB).publish_mode).toBe("simple");
  expect(config({ ...GITHUB, review: true }).publish_mode).toBe("editorial_workflow");
});

test("names of files have plain letters where the language has, and all others elsewhere", () => {
  expect(config(GITHUB, "fr").slug).toMatchObject({ encoding: "ascii", clean_accents: true });
  expect(config(GITHUB, "ja").slug).toMatchObject({ encoding: "unicode", clean_accents: false });
});

test("a content folder that is the repository itself has no name in paths", () => {
  const folders = (editor: Editor) =>
    config(editor).collections?.map((one) => ("folder" in one ? one.folder : ""));
  expect(folders(GITHUB)).toContain("content/articles");
  expect(folders({ ...GITHUB, folder: "" })).toContain("articles");
});

test("no secret is in the configuration", () => {
  expect(JSON.stringify(config({ ...GITLAB, app: "0123456789" }))).not.toMatch(
    /secret|token"\s*:|password/i,
  );
});
