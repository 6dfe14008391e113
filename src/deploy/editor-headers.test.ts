import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Editor } from "../domain/editor.ts";
import { editorHeaders } from "./editor-headers.ts";
import { fileHeaders, hostingOf } from "./hosting.ts";
import { HOST_WRITERS } from "./hosts/host-writers.ts";

const EDITOR: Editor = {
  host: "github",
  repository: "paper/site",
  folder: "content",
  review: false,
};

function hostingWith(editor?: Editor) {
  const publication = aPublication([]);
  const { site } = publication;
  return hostingOf({
    ...publication,
    site: { ...site, ...(editor === undefined ? {} : { editor }) },
  });
}

test("the editor fetches from the bundle and the API of its git host alone", () => {
  const policy = (editor: Partial<Editor>) =>
    /connect-src [^;]*/.exec(
      editorHeaders({ ...EDITOR, ...editor })["content-security-policy"],
    )?.[0];
  expect(policy({})).toBe("connect-src 'self' blob: data: https://api.github.com");
  expect(policy({ host: "gitlab" })).toBe("connect-src 'self' blob: data: https://gitlab.com");
  expect(policy({ host: "gitlab", api: "https://git.paper.example:8443/api/v4" })).toBe(
    "connect-src 'self' blob: data: https://git.paper.example:8443",
  );
});

test("the editor runs the files of the bundle alone, and stands in no frame", () => {
  const policy = editorHeaders(EDITOR)["content-security-policy"];
  expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/'unsafe-eval'|\*|http:|frame-src/);
});

test.each([
  [{}, "same-origin"],
  [{ auth: "https://auth.paper.example" }, "same-origin-allow-popups"],
  [{ host: "gitlab" as const, app: "0123456789abcdef" }, "unsafe-none"],
])("with %o a window that signs in is let in by %s", (editor, policy) => {
  expect(editorHeaders({ ...EDITOR, ...editor })["cross-origin-opener-policy"]).toBe(policy);
});

test("only the files of the editor have its headers, and none has them without an editor", () => {
  const path = "admin/assets/icon.png";
  const own = editorHeaders(EDITOR);
  expect(fileHeaders(path, hostingWith(EDITOR))).toMatchObject({
    ...own,
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
  });
  for (const [file, editor] of [
    ["index.html", EDITOR],
    ["2026/03/admin/index.html", EDITOR],
    ["admin/index.html", undefined],
  ] as const) {
    const { headers } = hostingWith();
    expect(fileHeaders(file, hostingWith(editor))).toEqual({
      ...headers,
      "cache-control": "no-cache",
    });
  }
});

test.each(Object.entries(HOST_WRITERS).filter(([name]) => name !== "github"))(
  "%s is told of the editor's headers beside those of all other files",
  (_name, writer) => {
    const text = (editor?: Editor) =>
      writer
        .write(hostingWith(editor))
        .map(({ text }) => text)
        .join("\n");
    const { headers } = hostingWith();
    const policies = [
      headers["content-security-policy"] ?? "",
      editorHeaders(EDITOR)["content-security-policy"],
    ];
    for (const policy of policies) expect(text(EDITOR)).toContain(policy);
    expect(text()).not.toContain(policies[1]);
  },
);

test("no policy of CloudFront counts over what its function says of the editor", () => {
  const [, , policy] = HOST_WRITERS.s3.write(hostingWith(EDITOR));
  expect(policy?.text).not.toMatch(/ContentSecurityPolicy|ReferrerPolicy|opener/);
  const [, response] = HOST_WRITERS.s3.write(hostingWith(EDITOR));
  const answer = (uri: string): Record<string, { value: string }> => {
    const event = { request: { uri }, response: { headers: {} } };
    runInNewContext(`${response?.text}; handler(event);`, { event });
    return event.response.headers;
  };
  const { headers } = hostingWith();
  expect(answer("/admin/index.html")["content-security-policy"]?.value).toBe(
    editorHeaders(EDITOR)["content-security-policy"],
  );
  expect(answer("/administration/")["content-security-policy"]?.value).toBe(
    headers["content-security-policy"],
  );
});
