import { expect } from "vitest";
import type { Answer, Bundle, HostRequest } from "./emulated-host.ts";
import type { Example } from "./examples/example.ts";

/** Expects the answers of an example from a host: `place` puts its configuration where that host reads it. */
export function checkExample<Config, Given extends Bundle>(
  example: Example<Config>,
  place: (files: Map<string, string>, config: Config) => Given,
  serve: (bundle: Given, request: HostRequest) => Answer,
): void {
  const files = new Map((example.files ?? []).map((path) => [path, `text of ${path}`]));
  const bundle = place(files, example.config);
  for (const expected of example.answers) {
    const answer = serve(bundle, { path: expected.request });
    const stated = {
      request: expected.request,
      status: answer.status,
      location: answer.headers["location"],
      file: expected.file === undefined ? undefined : answer.file,
      headers:
        expected.headers &&
        Object.fromEntries(
          Object.keys(expected.headers).map((name) => [name, answer.headers[name] ?? null]),
        ),
    };
    expect(stated).toEqual({
      request: expected.request,
      status: expected.status,
      location: expected.location,
      file: expected.file,
      headers: expected.headers,
    });
  }
}
