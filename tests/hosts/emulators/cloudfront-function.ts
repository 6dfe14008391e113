import { createContext, runInContext } from "node:vm";
import type { Context } from "node:vm";
import { GLOBALS, METHODS } from "./cloudfront-runtime.ts";

/** A value of a header, a parameter or a cookie, as functions see it. */
interface Field {
  value: string;
  multiValue?: { value: string }[];
}

type Fields = Record<string, Field>;

export interface FunctionRequest {
  method: string;
  uri: string;
  querystring: Fields;
  headers: Fields;
  cookies: Fields;
}

export interface FunctionResponse {
  statusCode: number;
  statusDescription?: string;
  headers?: Fields;
  cookies?: Fields;
  body?: string | { encoding: string; data: string };
}

/** A function's fault while it runs, and the status that CloudFront answers with instead. */
export class FunctionFault extends Error {
  readonly status: 502 | 503;

  constructor(status: 502 | 503, message: string) {
    super(message);
    this.status = status;
  }
}

/** Headers that no function may set: CloudFront answers 502. An asterisk stands for any ending. */
const DISALLOWED =
  /^(?:connection|expect|keep-alive|proxy-(?:authenticate|authorization|connection)|trailer|upgrade|x-accel-(?:buffering|charset|limit-rate|redirect)|x-amz-cf-.*|x-amzn-(?:auth|cf-billing|cf-id|cf-xff|errortype|fle-profile|header-count|header-order|lambda-integration-tag|requestid)|x-cache|x-edge-.*|x-forwarded-proto|x-real-ip)$/;
const READ_ONLY_IN_REQUESTS = ["content-length", "host", "transfer-encoding", "via"];
const READ_ONLY_IN_RESPONSES = ["warning", "via"];
/** A URI and its query have fewer characters. */
const LONGEST_URI = 8192;
/** Far more than the runtime allows, which is under a millisecond. */
const LONGEST_RUN_MS = 1000;

/**
 * What a function for viewer requests makes of one: a request, changed or not, or a response to it.
 * See https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html.
 */
export function runOnRequest(
  code: string,
  request: FunctionRequest,
): FunctionRequest | FunctionResponse {
  const result = run(code, "viewer-request", { request });
  if ("statusCode" in result) return checkedResponse(result, {});
  const changed = { ...request, ...result };
  if (changed.method !== request.method) throw invalid("the method of a request is read-only");
  if (typeof changed.uri !== "string" || !changed.uri.startsWith("/")) {
    throw invalid("a URI begins with a slash");
  }
  if (changed.uri.length >= LONGEST_URI) throw invalid("a URI is too long");
  checkHeaders(changed.headers, request.headers, READ_ONLY_IN_REQUESTS);
  return changed;
}

/** What a function for viewer responses makes of one. */
export function runOnResponse(
  code: string,
  request: FunctionRequest,
  response: FunctionResponse,
): FunctionResponse {
  return checkedResponse(
    run(code, "viewer-response", { request, response }),
    response.headers ?? {},
  );
}

/** Calls `handler` with an event, in a global object that has what the runtime lists, and returns a copy of its result. */
function run(code: string, eventType: string, about: object): Record<string, unknown> {
  const event = {
    version: "1.0",
    context: {
      distributionDomainName: "d111111abcdef8.cloudfront.net",
      distributionId: "EDFDVBD6EXAMPLE",
      eventType,
      requestId: "EXAMPLE",
    },
    viewer: { ip: "198.51.100.11" },
    ...about,
  };
  let text: unknown;
  try {
    const context = runtimeContext();
    const options = { timeout: LONGEST_RUN_MS };
    runInContext(`"use strict";${code}`, context, { ...options, filename: `${eventType}.js` });
    const call = `JSON.stringify(handler(${JSON.stringify(event)}))`;
    text = runInContext(`"use strict";${call}`, context, options);
  } catch (error) {
    // Errors of a context are no instances of this one's `Error`.
    throw new FunctionFault(503, String(Object(error).message ?? error));
  }
  const result: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
  if (typeof result !== "object" || result === null) {
    throw invalid("a handler returns a request or a response");
  }
  return { ...result };
}

function runtimeContext(): Context {
  const context = createContext(
    { console: { log: () => undefined }, atob, btoa },
    { codeGeneration: { strings: false, wasm: false } },
  );
  const globals = JSON.stringify([...GLOBALS]);
  const methods = JSON.stringify(
    Object.fromEntries(Object.entries(METHODS).map(([type, names]) => [type, names.split(/\s+/)])),
  );
  // What of this Node's JavaScript the runtime does not list is taken away, so that a function fails as there.
  runInContext(
    `for (const [type, names] of Object.entries(${methods})) {
      const prototype = globalThis[type].prototype;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const kept = names.includes(name) || name === "constructor" || name === "length";
        if (!kept && !name.startsWith("__")) delete prototype[name];
      }
    }
    {
      const kept = ${globals};
      for (const name of Object.getOwnPropertyNames(globalThis)) {
        if (!kept.includes(name)) delete globalThis[name];
      }
    }`,
    context,
  );
  return context;
}

function checkedResponse(result: Record<string, unknown>, before: Fields): FunctionResponse {
  const { statusCode, headers, body } = result;
  if (typeof statusCode !== "number" || !Number.isInteger(statusCode)) {
    throw invalid("a statusCode is a whole number");
  }
  const checked = (headers ?? {}) as Fields;
  checkHeaders(checked, before, READ_ONLY_IN_RESPONSES);
  const isBody =
    body === undefined ||
    typeof body === "string" ||
    ["text", "base64"].includes(String(Object(body).encoding));
  if (!isBody) throw invalid("a body is a text, or has the encoding text or base64");
  return { ...result, statusCode, headers: checked } as FunctionResponse;
}

function checkHeaders(headers: Fields, before: Fields, readOnly: readonly string[]): void {
  for (const [name, field] of Object.entries(headers)) {
    if (name !== name.toLowerCase())
      throw invalid(`the name of a header is in lower case: ${name}`);
    if (typeof Object(field).value !== "string") throw invalid(`a header has a value: ${name}`);
    if (DISALLOWED.test(name)) throw invalid(`no function may set ${name}`);
  }
  for (const name of readOnly) {
    if (headers[name]?.value !== before[name]?.value) throw invalid(`read-only: ${name}`);
  }
}

function invalid(message: string): FunctionFault {
  return new FunctionFault(502, message);
}
