import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { WORKERS_HERE } from "../workers/worker.ts";
import type { Worker, Workers } from "../workers/worker.ts";
import type { ArchiveBody } from "./archive.ts";
import { convertTexts } from "./convert-texts.ts";
import type { ConvertOrder } from "./convert-work.ts";

/** Workers that take the less time the later they are asked; the batch of `failing` fails. */
function hastening(failing?: string): Workers {
  let asked = 0;
  const ask = async (_: unknown, { tasks }: ConvertOrder): Promise<{ key: string }[]> => {
    asked += 1;
    await setTimeout(60 / asked);
    if (tasks.some(({ key }) => key === failing)) throw new RangeError(`${failing} is too hard.`);
    return tasks.map(({ key }) => ({ key }));
  };
  return { ...WORKERS_HERE, most: 4, withWorker: (use) => use({ ask } as unknown as Worker) };
}

async function converted(workers: Workers): Promise<string[]> {
  const keys: string[] = [];
  async function* bodies(): AsyncGenerator<ArchiveBody> {
    for (let number = 0; number < 260; number += 1)
      yield await Promise.resolve({ key: String(number), body: "", comments: [] });
  }
  await convertTexts(bodies(), {
    system: "wordpress",
    tables: "",
    workers,
    taskOf: ({ key, body }) => ({ key, stem: key, base: "https://old.example/", body }),
    onConverted: ({ key }) => keys.push(key),
  });
  return keys;
}

test("texts are told in the order of their bodies, whichever worker is done first", async () => {
  expect(await converted(hastening())).toEqual(Array.from({ length: 260 }, (_, at) => String(at)));
});

test("what a worker throws is thrown", async () => {
  await expect(converted(hastening("120"))).rejects.toThrow("120 is too hard.");
});
