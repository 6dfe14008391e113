import type { Workers, WorkKind } from "../workers/worker.ts";
import type { ArchiveBody, ArchiveSystem } from "./archive.ts";
import type { BodyTask, ConvertedText, ConvertOrder } from "./convert-work.ts";

const CONVERT: WorkKind<ConvertOrder, unknown, ConvertedText[]> = {
  module: new URL("./convert-work.ts", import.meta.url).href,
};

/** A batch is sent when it holds so many characters or texts. */
const BATCH_CHARACTERS = 300_000;
const BATCH_TEXTS = 50;

/** What converting bodies needs. */
export interface ConvertOptions {
  system: ArchiveSystem;
  /** The file that holds what every old address is now. */
  tables: string;
  workers: Workers;
  /** The task for a body; nothing for one that becomes no text. */
  taskOf: (body: ArchiveBody) => BodyTask | undefined;
  /** Told of each text in the order of its body, whichever worker is done first. */
  onConverted: (text: ConvertedText) => void;
}

/**
 * Converts bodies on all cores as they are read. So many are under way that every worker has something to do, and no
 * more: how much memory it takes does not depend on how many there are.
 */
export async function convertTexts(
  bodies: AsyncIterable<ArchiveBody>,
  { system, tables, workers, taskOf, onConverted }: ConvertOptions,
): Promise<void> {
  const most = Math.max(1, workers.most) * 2;
  const underWay: Promise<ConvertedText[]>[] = [];
  const send = (tasks: readonly BodyTask[]): void => {
    const texts = workers.withWorker((worker) => worker.ask(CONVERT, { system, tables, tasks }));
    // Told where its turn comes, if nothing before it has failed.
    texts.catch(() => undefined);
    underWay.push(texts);
  };
  const deliverOldest = async (): Promise<void> => {
    for (const text of (await underWay.shift()) ?? []) onConverted(text);
  };
  let batch: BodyTask[] = [];
  let characters = 0;
  for await (const body of bodies) {
    const task = taskOf(body);
    if (task === undefined) continue;
    batch.push(task);
    characters += task.body.length;
    if (characters < BATCH_CHARACTERS && batch.length < BATCH_TEXTS) continue;
    send(batch);
    [batch, characters] = [[], 0];
    while (underWay.length >= most) await deliverOldest();
  }
  if (batch.length > 0) send(batch);
  while (underWay.length > 0) await deliverOldest();
}
