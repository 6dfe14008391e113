import { hostingOf } from "../deploy/hosting.ts";
import { HOST_WRITERS } from "../deploy/hosts/host-writers.ts";
import type { Publication } from "../domain/publication.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { PlannedFile } from "../output/publish-plan.ts";
import { planText } from "./plan-text.ts";

/** Plans the files in the bundle by which the host that `site.yaml` names is set up. */
export function planHosts(
  publication: Publication,
  staging: string,
  intact: ReadonlyMap<string, OutputRecord>,
): Map<string, PlannedFile> {
  const { host } = publication.site;
  const files = host === undefined ? [] : HOST_WRITERS[host].write(hostingOf(publication));
  return new Map(files.map(({ path, text }) => [path, planText(path, text, staging, intact)]));
}
