import { expect, test } from "vitest";
import { atomEntryId, entryId } from "./entry-id.ts";

const ID = "3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11";
const UUID = `urn:uuid:${ID}`;

test.each([
  [undefined, UUID, UUID],
  ["https://old.example/?p=1&x=2", "https://old.example/?p=1&x=2", "https://old.example/?p=1&x=2"],
  ["tag:old.example,2020:a", "tag:old.example,2020:a", "tag:old.example,2020:a"],
  ["5f3e1c2a9b0e4d0039f1c2aa", "5f3e1c2a9b0e4d0039f1c2aa", UUID],
  ["00123", "00123", UUID],
  ["https://old.example/a b", "https://old.example/a b", UUID],
])("an old feed id %s is %s in RSS and JSON Feed, and %s in Atom", (feedId, plain, iri) => {
  const entry = { id: ID, ...(feedId === undefined ? {} : { feedId }) };
  expect([entryId(entry), atomEntryId(entry)]).toEqual([plain, iri]);
});
