import { statSync } from "node:fs";
import { join } from "node:path";
import { digestFile } from "../cache/file-digest.ts";
import { HEADERS_NAME } from "../deploy/bundled-headers.ts";
import { isWorthPacking } from "../deploy/packable.ts";
import { COPY_ENDINGS, ENCODINGS } from "../domain/encodings.ts";
import type { Encoding } from "../domain/encodings.ts";
import type { OutputRecord } from "../output/output-state.ts";
import { packFiles, PACKING } from "../output/packing.ts";
import type { CopyOrder } from "../output/packing.ts";
import type { PlannedFile, PublishPlan } from "../output/publish-plan.ts";
import type { Workers } from "../workers/worker.ts";
import type { Progress } from "./progress.ts";

/** What the making of packed copies needs from outside; folders are absolute. */
export interface PackingContext {
  out: string;
  staging: string;
  intact: ReadonlyMap<string, OutputRecord>;
  /** Node's version, which has brotli. */
  node: string;
  workers: Workers;
  progress: Progress;
}

/**
 * Plans packed copies (`.br`, `.gz`) beside all files of a plan that gain by it, for servers that send them as they
 * are. A copy of the same bytes stays; others are made on all cores. A file of the publication's own that has the name
 * of a copy is left alone, and that copy is not made.
 */
export async function planCompressed(
  plan: PublishPlan,
  { out, staging, intact, node, workers, progress }: PackingContext,
): Promise<Map<string, PlannedFile>> {
  const copies = new Map<string, PlannedFile>();
  const orders: CopyOrder[] = [];
  const keys = new Map<string, { key: string; encoding: Encoding; file: string }>();
  for (const [path, planned] of plan) {
    if (path === HEADERS_NAME) continue;
    const bytes = lengthOf(planned);
    if (!isWorthPacking(path, bytes)) continue;
    const from = planned.from === "kept" ? join(out, path) : planned.file;
    const key = `${PACKING}, Node ${node} ${sha256Of(planned)}`;
    const order: CopyOrder = { from, bytes, copies: [] };
    for (const encoding of ENCODINGS) {
      const copy = path + COPY_ENDINGS[encoding];
      if (plan.has(copy)) continue;
      const record = intact.get(copy);
      if (record?.key === key) copies.set(copy, { from: "kept", record, copyAs: encoding });
      else {
        const file = join(staging, copy);
        keys.set(copy, { key, encoding, file });
        order.copies.push({ path: copy, encoding, file });
      }
    }
    if (order.copies.length > 0) orders.push(order);
  }
  if (orders.length === 0) return copies;
  const packing = progress.stage("Compressing", orders.length);
  for (const { path, ...digest } of await packFiles(orders, workers, () => packing.advance())) {
    const known = keys.get(path);
    if (known === undefined) continue;
    const { key, file, encoding } = known;
    copies.set(path, { from: "staged", file, key, ...digest, copyAs: encoding });
  }
  packing.done();
  return copies;
}

function lengthOf(planned: PlannedFile): number {
  if (planned.from === "kept") return planned.record.bytes;
  return planned.bytes ?? statSync(planned.file).size;
}

function sha256Of(planned: PlannedFile): string {
  if (planned.from === "kept") return planned.record.sha256;
  return planned.sha256 ?? digestFile(planned.file).sha256;
}
