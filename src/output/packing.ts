import type { Encoding } from "../domain/encodings.ts";
import { moduleBeside } from "../workers/worker-module.ts";
import type { WorkKind, Workers } from "../workers/worker.ts";

/** A file of which packed copies are wanted; `from` and `file` are absolute. */
export interface CopyOrder {
  from: string;
  bytes: number;
  /** `path` is the bundle path of the copy, `file` where it is written. */
  copies: { path: string; encoding: Encoding; file: string }[];
}

/** A copy that was written. */
export interface MadeCopy {
  path: string;
  bytes: number;
  /** In hex. */
  sha256: string;
}

/**
 * Names how copies are made (`packedCopy`) and with which fflate; raise it where they become others. Node, whose brotli
 * it is, counts besides.
 */
export const PACKING = "packed 1, fflate 0.8.3";

const PACKING_WORK: WorkKind<readonly CopyOrder[], number, MadeCopy[]> = {
  module: moduleBeside(import.meta.url, "packing-work"),
};

/** So many bytes take about a second: few messages, and no process that is left with a long rest. */
const BATCH_BYTES = 500_000;

/** Has files packed on all cores; `onDone` hears how many more are done. Rejects where one cannot be read or written. */
export async function packFiles(
  orders: readonly CopyOrder[],
  workers: Workers,
  onDone: (files: number) => void,
): Promise<MadeCopy[]> {
  const made = await Promise.all(
    batchesOf(orders).map((batch) =>
      workers.withWorker((worker) => worker.ask(PACKING_WORK, batch, { onNews: onDone })),
    ),
  );
  return made.flat();
}

/** The largest files come first: one that is begun last would keep all others waiting. */
function batchesOf(orders: readonly CopyOrder[]): CopyOrder[][] {
  const batches: CopyOrder[][] = [];
  let room = 0;
  for (const order of [...orders].sort((a, b) => b.bytes - a.bytes)) {
    if (room <= 0) {
      batches.push([]);
      room = BATCH_BYTES;
    }
    batches.at(-1)?.push(order);
    room -= order.bytes;
  }
  return batches;
}
