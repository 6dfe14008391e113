import { describe, expect, test } from "vitest";
import { checkExample } from "./check-example.ts";
import { faults, serve } from "./cloudfront.ts";
import { codeFaults } from "./cloudfront-runtime.ts";
import { CLOUDFRONT_EXAMPLES } from "./examples/cloudfront.ts";

/** A handler for requests that runs these statements before it returns the request. */
function handler(body: string): string {
  return `function handler(event) { var request = event.request; ${body} return request; }`;
}

function answer(viewerRequest: string): ReturnType<typeof serve> {
  const files = new Map([["a.txt", "text"]]);
  return serve({ files, metadata: new Map(), viewerRequest }, { path: "/a.txt" });
}

test.each(CLOUDFRONT_EXAMPLES)("on CloudFront, $name", (example) => {
  checkExample(
    example,
    (files, config) => ({
      files,
      metadata: new Map([...files.keys()].map((key) => [key, { "content-type": "text/plain" }])),
      ...config,
    }),
    serve,
  );
});

test.each(CLOUDFRONT_EXAMPLES)("the runtime lists what is used where $name", ({ config }) => {
  for (const code of [config.viewerRequest, config.viewerResponse]) {
    if (code !== undefined) expect(codeFaults("code", code)).toEqual([]);
  }
});

describe("what the runtime does not list is a fault:", () => {
  test.each([
    ["require('fs');", "the runtime has no require"],
    ["setTimeout(handler, 1);", "the runtime has no setTimeout"],
    ["fetch('/');", "the runtime has no fetch"],
    ["eval('1');", "the runtime has no eval"],
    ["new Function('return 1');", "the runtime has no Function"],
    ["new Map();", "the runtime has no Map"],
    ["for (const a of [1]) a;", "ForOfStatement"],
    ["[...[1]];", "SpreadElement"],
    ["const { uri } = request;", "ObjectPattern"],
    ["class A {}", "ClassDeclaration"],
    ["request?.uri;", "ChainExpression"],
    ["request.a ?? 1;", "does not list this syntax: ??"],
    ["request.a ||= 1;", "does not list this syntax: ||= and &&="],
    ["({ request });", "does not list this syntax: shorthand properties"],
    ["(function (a = 1) { return a; })();", "AssignmentPattern"],
    ["[[1]].flat();", "the runtime has no flat()"],
    ["'a'.at(0);", "the runtime has no at()"],
    ["Object.fromEntries([]);", "the runtime has no fromEntries()"],
  ])("%s", (body, fault) => {
    expect(codeFaults("code", handler(body)).join("\n")).toContain(fault);
  });

  test("a module, an async function, and a file without a handler", () => {
    expect(codeFaults("code", 'import a from "a"; function handler() {}')).toHaveLength(1);
    expect(codeFaults("code", "async function handler() {}")).toEqual([
      "code:1: async functions are not emulated",
    ]);
    expect(codeFaults("code", "var a = 1;")).toEqual(["code: no function handler"]);
  });

  test("more than 10 KB", () => {
    const code = handler("");
    const filled = (bytes: number): string => code + " ".repeat(bytes - code.length);
    expect(codeFaults("code", filled(10_240))).toEqual([]);
    expect(codeFaults("code", filled(10_241))).toEqual(["code: 10241 bytes, of 10240 at most"]);
  });
});

test("what the runtime does list is none", () => {
  const body = `
    const known = { "/a": "/b" };
    let found = known[request.uri];
    for (var name in request.headers) if (name.startsWith("x-")) delete request.headers[name];
    const names = Object.keys(known).map((key) => \`\${key}/\`).filter((key) => key.includes("a"));
    if (/^\\/(?<year>\\d{4})\\//.test(request.uri)) found = names.join();
    try { decodeURIComponent(request.uri); } catch (error) { console.log(error.message); }
    var rest = function (...all) { return all.length ** 2; };`;
  expect(codeFaults("code", handler(body))).toEqual([]);
  expect(answer(handler(body))).toMatchObject({ status: 200, file: "a.txt" });
});

describe("a function that runs into something that the runtime lacks is answered with 503:", () => {
  test.each(["new Map();", "eval('1');", "[].flat();", "require('fs');", "process.exit();"])(
    "%s",
    (body) => {
      expect(answer(handler(body)).status).toBe(503);
    },
  );
});

describe("a result that is not allowed is answered with 502:", () => {
  test.each([
    ["request.uri = 'a';", "a URI begins with a slash"],
    ["request.method = 'POST';", "the method of a request is read-only"],
    ["request.headers['X-A'] = { value: 'b' };", "in lower case: X-A"],
    ["request.headers['x-a'] = 'b';", "a header has a value: x-a"],
    ["return { statusCode: '301' };", "a statusCode is a whole number"],
    ["return 1;", "a handler returns a request or a response"],
  ])("%s", (body, reason) => {
    const { status, headers } = answer(handler(body));
    expect(status).toBe(502);
    expect(headers["x-emulated-fault"]).toContain(reason);
  });
});

test("a function answers with a status and a text of its own", () => {
  const code = handler(
    "return { statusCode: 410, headers: {}, body: { encoding: 'text', data: 'Gone' } };",
  );
  expect(answer(code)).toMatchObject({ status: 410, body: "Gone" });
});

describe("a bucket", () => {
  const files = new Map([
    ["rss.xml", "<rss/>"],
    ["404.html", "Not here"],
  ]);
  const metadata = new Map<string, Record<string, string>>([
    ["rss.xml", { "content-type": "application/rss+xml", "cache-control": "no-cache" }],
    ["404.html", { "content-type": "text/html" }],
  ]);
  const errorResponses = [{ errorCode: 403, responsePagePath: "/404.html", responseCode: 404 }];

  test("sends the headers that are stored", () => {
    const { headers } = serve({ files, metadata }, { path: "/rss.xml" });
    expect(headers).toMatchObject({
      "content-type": "application/rss+xml",
      "cache-control": "no-cache",
    });
    expect(serve({ files, metadata: new Map() }, { path: "/rss.xml" }).headers).toMatchObject({
      "content-type": "binary/octet-stream",
    });
  });

  test("answers 304 to whom has the object, but not for the page for errors", () => {
    const bundle = { files, metadata, errorResponses };
    for (const [path, status] of [
      ["/rss.xml", 304],
      ["/nothing", 404],
    ] as const) {
      const file = path === "/nothing" ? "/404.html" : path;
      const tag = serve(bundle, { path: file }).headers["etag"] ?? "";
      const request = { path, headers: { "if-none-match": tag } };
      expect(serve(bundle, request).status).toBe(status);
    }
  });

  test("has no page for a folder, and answers 403 unless it may be listed", () => {
    expect(serve({ files, metadata }, { path: "/news/" }).status).toBe(403);
    expect(serve({ files, metadata, mayList: true }, { path: "/news/" }).status).toBe(404);
  });

  test("gets the headers of a policy, on pages for errors too", () => {
    const responseHeaders = { "x-content-type-options": "nosniff" };
    const bundle = { files, metadata, errorResponses, responseHeaders };
    expect(serve(bundle, { path: "/nothing" })).toMatchObject({
      status: 404,
      headers: responseHeaders,
    });
  });

  test("has faults if types, pages for errors or places for headers are missing", () => {
    expect(faults({ files, metadata, errorResponses })).toEqual([]);
    const stored = new Map([["rss.xml", { "x-frame-options": "DENY" }]]);
    expect(faults({ files, metadata: stored })).toEqual([
      "rss.xml: no content-type is stored: S3 sends binary/octet-stream",
      "404.html: no content-type is stored: S3 sends binary/octet-stream",
      "rss.xml: S3 does not store x-frame-options",
      "no page for 403, which S3 answers for objects that do not exist",
    ]);
  });
});
