import type { AllowedHosts } from "../domain/allowed-hosts.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { NextPublish } from "../domain/publication.ts";

/** How a build ended. */
export type BuildOutcome =
  | { kind: "invalid"; diagnostics: Diagnostic[] }
  | {
      kind: "built";
      diagnostics: Diagnostic[];
      summary: BuildSummary;
      /** Path that the bundle is made for, with a slash at both ends. */
      base: string;
      next?: NextPublish;
      /** Other hosts that its pages may load from, or send to. */
      hosts?: AllowedHosts;
    };

/** What a build did, in files unless said otherwise. */
export interface BuildSummary {
  articles: number;
  pages: number;
  rendered: number;
  kept: number;
  removed: number;
  warnings: number;
  bytes: number;
  /** Bundle paths that were written, in order. */
  written: string[];
}
