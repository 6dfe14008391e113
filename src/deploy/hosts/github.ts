import type { HostWriter } from "./host-file.ts";
import { unknownQueries } from "./path-rules.ts";

/** GitHub Pages, which takes no headers, no redirects and no statuses. */
export const GITHUB: HostWriter = {
  name: "GitHub Pages",
  // Without it, folders whose names begin with `_` are not published from a branch.
  write: () => [{ path: ".nojekyll", text: "" }],
  notes: ({ redirects, queries, gone }) => [
    'GitHub Pages sends its own headers: no Content-Security-Policy, no strict transport but by its setting "Enforce HTTPS", and ten minutes of caching for every file.',
    ...(redirects.length > 0
      ? ["Old addresses are answered by pages that lead on, not with 301."]
      : []),
    ...unknownQueries("GitHub Pages", { queries }),
    ...(gone.length > 0
      ? ["What was taken down is answered with 200 and its page, not with 410."]
      : []),
  ],
};
