import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { digestOf } from "../cache/file-digest.ts";
import { hostingOf } from "../deploy/hosting.ts";
import { HOST_WRITERS } from "../deploy/hosts/host-writers.ts";
import type { Publication } from "../domain/publication.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { PlannedFile } from "../output/publish-plan.ts";

/** Plans the files in the bundle by which the host that `site.yaml` names is set up. */
export function planHosts(
  publication: Publication,
  staging: string,
  intact: ReadonlyMap<string, OutputRecord>,
): Map<string, PlannedFile> {
  const plan = new Map<string, PlannedFile>();
  const { host } = publication.site;
  if (host === undefined) return plan;
  for (const { path, text } of HOST_WRITERS[host].write(hostingOf(publication))) {
    const key = digestOf(text);
    const record = intact.get(path);
    if (record?.key === key) {
      plan.set(path, { from: "kept", record });
      continue;
    }
    const file = join(staging, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    plan.set(path, { from: "staged", file, key });
  }
  return plan;
}
