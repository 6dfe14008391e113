import { KEPT_FOLDER } from "../../domain/rollback-folder.ts";
import type { Hosting } from "../hosting.ts";
import { HIDDEN_FILES, MISSING_PAGE } from "../hosting.ts";
import { frontAddresses, literally, QUERY_VALUE } from "./host-file.ts";
import type { HostWriter } from "./host-file.ts";

/** Amazon S3 behind CloudFront, and stores of its kind. */
export const S3: HostWriter = {
  name: "S3 with CloudFront",
  write: (hosting) => [
    { path: "cloudfront-function.js", text: functionText(hosting, redirectsThatFit(hosting)) },
    { path: "cloudfront-response-function.js", text: responseFunctionText(hosting) },
    { path: "response-headers-policy.json", text: headersPolicy(hosting) },
    { path: "custom-error-responses.json", text: errorResponses(hosting) },
  ],
  notes: (hosting) => {
    const left = hosting.redirects.length - redirectsThatFit(hosting).length;
    return [
      "`npm run upload` stores each file with its type and its age; CloudFront sends them on.",
      "Create a CloudFront function (runtime 2.0) from cloudfront-function.js for viewer requests, another from cloudfront-response-function.js for viewer responses, and a response headers policy from response-headers-policy.json; enter the error responses of custom-error-responses.json.",
      ...(left > 0
        ? [
            `CloudFront takes functions of at most 10,240 bytes: ${left.toLocaleString("en")} of ${hosting.redirects.length.toLocaleString("en")} old addresses are answered by pages that lead on, not with 301.`,
          ]
        : []),
    ];
  },
};

/** CloudFront's limit of a function, in bytes. */
const LARGEST_FUNCTION = 10_240;

/** As many redirects as a function has room for, from the first. */
function redirectsThatFit(hosting: Hosting): Hosting["redirects"] {
  let fitting = hosting.redirects;
  while (fitting.length > 0 && Buffer.byteLength(functionText(hosting, fitting)) > LARGEST_FUNCTION)
    fitting = fitting.slice(0, Math.floor(fitting.length * 0.95));
  return fitting;
}

/**
 * What a store does not do by itself: the index of a folder, the closing slash, old addresses, what is gone. Written for
 * runtime 2.0 of CloudFront functions, which is a part of JavaScript: no modules, no `fetch`.
 */
function functionText({ base, queries, gone }: Hosting, redirects: Hosting["redirects"]): string {
  const moved = Object.fromEntries(redirects.map(({ from, to }) => [from, to]));
  const removed = Object.fromEntries(gone.map((path) => [path, 1]));
  const hidden = HIDDEN_FILES.map((file) => base + file);
  return `// Written by Stet from site.yaml and redirects.yaml: change those, and write it anew.
var moved = ${JSON.stringify(moved, null, 1)};
var queries = ${JSON.stringify(queries.map(({ name, to }) => [name, to]))};
var gone = ${JSON.stringify(removed, null, 1)};
var hidden = ${JSON.stringify(hidden)};

function handler(event) {
  var request = event.request;
  var path = request.uri;
  try {
    path = decodeURIComponent(path);
  } catch (error) {
    return { statusCode: 400, statusDescription: "Bad Request" };
  }
  if (${JSON.stringify(frontAddresses(base))}.indexOf(path) !== -1)
    for (var index = 0; index < queries.length; index++) {
      var name = queries[index][0];
      var asked = Object.prototype.hasOwnProperty.call(request.querystring, name) ? request.querystring[name].value : "";
      if (/^${QUERY_VALUE}$/.test(asked)) return to(queries[index][1] + asked + "/");
    }
  if (Object.prototype.hasOwnProperty.call(moved, path)) return to(moved[path]);
  if (Object.prototype.hasOwnProperty.call(gone, path.replace(/\\/index\\.html$/, "/")))
    return {
      statusCode: 410,
      statusDescription: "Gone",
      headers: { "content-type": { value: "text/html; charset=utf-8" } },
      body: "<!DOCTYPE html><title>410</title><h1>410</h1>",
    };
  if (hidden.indexOf(path) !== -1 || path.indexOf(${JSON.stringify(`${base}${KEPT_FOLDER}/`)}) === 0) request.uri = ${JSON.stringify(`${encodeURI(base)}none`)};
  else if (path.charAt(path.length - 1) === "/") request.uri += "index.html";
  else if (!/\\.[^/]*$/.test(path)) return to(request.uri + "/");
  return request;
}

function to(address) {
  return {
    statusCode: 301,
    statusDescription: "Moved Permanently",
    headers: { location: { value: address }, "cache-control": { value: "no-cache" } },
  };
}
`;
}

const RESOURCE_POLICY = "cross-origin-resource-policy";

/**
 * What other sites may show, and what folders have of their own; a policy of headers knows no classes of files. What it
 * says itself would count over a function's.
 */
function responseFunctionText(hosting: Hosting): string {
  const { base, classes } = hosting;
  const shared = classes
    .filter(({ headers }) => headers[RESOURCE_POLICY] === "cross-origin")
    .flatMap(({ files: { names = [], folders = [], endings = [] } }) => [
      ...names.map((name) => `/${literally(name)}$`),
      ...folders.map((folder) => `^${literally(encodeURI(base) + folder)}/`),
      ...endings.map((ending) => `\\.${ending}$`),
    ]);
  const own = classes.flatMap(({ files: { folders = [] }, headers }) => {
    const others = Object.entries(headers).filter(([name]) => name !== "cache-control");
    return others.length === 0 || headers[RESOURCE_POLICY] === "cross-origin"
      ? []
      : folders.map((folder) => [encodeURI(base) + folder, Object.fromEntries(others)] as const);
  });
  const general = Object.fromEntries(
    ofFunction(hosting).map((name) => [name, hosting.headers[name]]),
  );
  return `// Written by Stet from site.yaml and redirects.yaml: change those, and write it anew.
var shared = new RegExp(${JSON.stringify(shared.join("|"))}, "i");
${
  own.length === 0
    ? ""
    : `var general = ${JSON.stringify(general, null, 1)};
var folders = ${JSON.stringify(own, null, 1)};
`
}
function handler(event) {
  var response = event.response;
  response.headers["${RESOURCE_POLICY}"] = {
    value: shared.test(event.request.uri) ? "cross-origin" : "same-origin",
  };
${
  own.length === 0
    ? ""
    : `  var headers = general;
  for (var index = 0; index < folders.length; index++)
    if (event.request.uri.indexOf(folders[index][0] + "/") === 0) headers = folders[index][1];
  for (var name in headers) response.headers[name] = { value: headers[name] };
`
}  return response;
}
`;
}

/** The headers of every answer that a folder has otherwise: a function says them, and no policy. */
function ofFunction({ headers, classes }: Hosting): string[] {
  return Object.keys(headers).filter(
    (name) => name !== RESOURCE_POLICY && classes.some((one) => one.headers[name] !== undefined),
  );
}

/** As \`aws cloudfront create-response-headers-policy\` reads it. Files tell their own ages. */
function headersPolicy(hosting: Hosting): string {
  const byFunction = ofFunction(hosting);
  const headers = Object.fromEntries(
    Object.entries(hosting.headers).filter(([name]) => !byFunction.includes(name)),
  );
  const {
    "content-security-policy": policy,
    "referrer-policy": referrer,
    "strict-transport-security": transport,
  } = headers;
  const items = ["cross-origin-opener-policy", "permissions-policy"].flatMap((name) =>
    headers[name] === undefined ? [] : [{ Header: name, Value: headers[name], Override: true }],
  );
  return json({
    Name: "stet",
    SecurityHeadersConfig: {
      ...(policy === undefined
        ? {}
        : { ContentSecurityPolicy: { ContentSecurityPolicy: policy, Override: true } }),
      ContentTypeOptions: { Override: true },
      ...(referrer === undefined
        ? {}
        : { ReferrerPolicy: { ReferrerPolicy: referrer, Override: true } }),
      ...(transport === undefined
        ? {}
        : {
            StrictTransportSecurity: {
              AccessControlMaxAgeSec: Number(/\d+/.exec(transport)?.[0] ?? 0),
              IncludeSubdomains: transport.includes("includeSubDomains"),
              Preload: transport.includes("preload"),
              Override: true,
            },
          }),
    },
    CustomHeadersConfig: { Quantity: items.length, Items: items },
  });
}

/** S3 answers 403 for what is not there, unless its names may be listed. */
function errorResponses({ base }: Hosting): string {
  const items = [403, 404].map((code) => ({
    ErrorCode: code,
    ResponsePagePath: `${encodeURI(base)}${MISSING_PAGE}`,
    ResponseCode: "404",
    ErrorCachingMinTTL: 10,
  }));
  return json({ Quantity: items.length, Items: items });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
