import { decodePath, entityTag, hasFile, isKnown, splitPath } from "./emulated-host.ts";
import type { Answer, Bundle, HostRequest } from "./emulated-host.ts";
import { FunctionFault, runOnRequest, runOnResponse } from "./cloudfront-function.ts";
import type { FunctionRequest, FunctionResponse } from "./cloudfront-function.ts";
import { codeFaults } from "./cloudfront-runtime.ts";

/** A bucket of S3 behind a distribution of CloudFront. */
export interface CloudFrontBundle extends Bundle {
  /** The headers that are stored with each object, by its key; names in lower case. */
  metadata: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** The code of functions in JavaScript runtime 2.0. */
  viewerRequest?: string;
  viewerResponse?: string;
  /** The object that is sent for `/`, as no function sees to it. */
  defaultRootObject?: string;
  /** Whether CloudFront may list the bucket; if not, it gets 403 for objects that do not exist. */
  mayList?: boolean;
  /** Pages for errors of the origin. */
  errorResponses?: readonly ErrorResponse[];
  /** The headers of a response headers policy, which are on every answer, in place of those of the origin. */
  responseHeaders?: Readonly<Record<string, string>>;
}

export interface ErrorResponse {
  errorCode: number;
  responsePagePath: string;
  responseCode: number;
}

/** What S3 stores with an object and sends again; others are only possible as `x-amz-meta-`. */
const STORED_HEADERS = new Set([
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
]);

/**
 * What CloudFront answers, without its cache: the function for requests, then the bucket, then a page for an error, or
 * the function for responses.
 *
 * The function for responses does not run if the origin answers with 400 or more, nor for a response that the function
 * for requests has made. A function that fails is answered with 503, and one whose result is not allowed with 502; the
 * reason is in `x-emulated-fault`, which only exists here.
 *
 * Left open by the documentation, and assumed: the response headers policy applies to what functions answer too.
 *
 * See https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html,
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html.
 */
export function serve(bundle: CloudFrontBundle, request: HostRequest): Answer {
  const answer = found();
  return { ...answer, headers: { ...answer.headers, ...bundle.responseHeaders } };

  function found(): Answer {
    if (!["GET", "HEAD", undefined].includes(request.method)) return { status: 403, headers: {} };
    const asked = functionRequest(request);
    try {
      const made =
        bundle.viewerRequest === undefined ? asked : runOnRequest(bundle.viewerRequest, asked);
      if ("statusCode" in made) return fromResponse(made);
      const answer = fromBucket(bundle, request, made.uri);
      if (answer.status >= 400) return errorPage(bundle, request, answer);
      if (bundle.viewerResponse === undefined) return answer;
      const response = { statusCode: answer.status, headers: fields(answer.headers), cookies: {} };
      const changed = fromResponse(runOnResponse(bundle.viewerResponse, made, response));
      return changed.body === undefined ? { ...changed, file: answer.file } : changed;
    } catch (error) {
      if (!(error instanceof FunctionFault)) throw error;
      return { status: error.status, headers: { "x-emulated-fault": error.message } };
    }
  }
}

/** What AWS would refuse, or what would be missing from answers. */
export function faults(bundle: CloudFrontBundle): string[] {
  const found: string[] = [];
  for (const name of ["viewerRequest", "viewerResponse"] as const) {
    const code = bundle[name];
    if (code !== undefined) found.push(...codeFaults(name, code));
  }
  for (const file of bundle.files.keys()) {
    if (bundle.metadata.get(file)?.["content-type"] === undefined) {
      found.push(`${file}: no content-type is stored: S3 sends binary/octet-stream`);
    }
  }
  for (const [key, headers] of bundle.metadata) {
    if (!bundle.files.has(key)) found.push(`${key}: headers without an object`);
    for (const name of Object.keys(headers)) {
      if (!STORED_HEADERS.has(name)) found.push(`${key}: S3 does not store ${name}`);
    }
  }
  const expected = bundle.mayList === true ? 404 : 403;
  const errors = bundle.errorResponses ?? [];
  if (!errors.some(({ errorCode }) => errorCode === expected)) {
    found.push(`no page for ${expected}, which S3 answers for objects that do not exist`);
  }
  for (const { responsePagePath } of errors) {
    if (!hasFile(bundle.files, responsePagePath)) found.push(`no page ${responsePagePath}`);
  }
  return found;
}

/** An object by its key, or the error of a bucket; S3 has neither folders nor pages for them. */
function fromBucket(bundle: CloudFrontBundle, request: HostRequest, uri: string): Answer {
  const path = uri === "/" ? `/${bundle.defaultRootObject ?? ""}` : uri;
  const key = decodePath(path)?.slice(1) ?? "";
  const content = bundle.files.get(key);
  if (content === undefined) return { status: bundle.mayList === true ? 404 : 403, headers: {} };
  const etag = entityTag(content);
  const stored = { "content-type": "binary/octet-stream", ...bundle.metadata.get(key), etag };
  return isKnown(request, etag)
    ? { status: 304, headers: stored }
    : { status: 200, headers: stored, file: key };
}

function errorPage(bundle: CloudFrontBundle, request: HostRequest, answer: Answer): Answer {
  const page = bundle.errorResponses?.find(({ errorCode }) => errorCode === answer.status);
  if (page === undefined) return answer;
  // The client's conditions are for what it asked for.
  const found = fromBucket(bundle, { path: request.path }, page.responsePagePath);
  // Without the page, the error of the bucket for it is sent.
  return found.status >= 400 ? found : { ...found, status: page.responseCode };
}

function fromResponse({ statusCode, headers = {}, body }: FunctionResponse): Answer {
  const sent = Object.fromEntries(
    Object.entries(headers).map(([name, { value }]) => [name, value]),
  );
  if (body === undefined) return { status: statusCode, headers: sent };
  const { encoding = "text", data = "" } = typeof body === "string" ? { data: body } : body;
  const text = encoding === "base64" ? Buffer.from(data, "base64").toString() : data;
  return { status: statusCode, headers: sent, body: text };
}

function functionRequest(request: HostRequest): FunctionRequest {
  const { pathname, search } = splitPath(request.path);
  const querystring: FunctionRequest["querystring"] = {};
  for (const pair of search.slice(1).split("&").filter(Boolean)) {
    const [name = "", ...value] = pair.split("=");
    const field = { value: value.join("=") };
    const earlier = querystring[name];
    if (earlier === undefined) querystring[name] = field;
    else earlier.multiValue = [...(earlier.multiValue ?? [{ value: earlier.value }]), field];
  }
  const headers = Object.fromEntries(
    Object.entries({ host: "press.example", ...request.headers }).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  );
  return {
    method: request.method ?? "GET",
    uri: pathname,
    querystring,
    headers: fields(headers),
    cookies: {},
  };
}

function fields(headers: Readonly<Record<string, string>>): Record<string, { value: string }> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
}
