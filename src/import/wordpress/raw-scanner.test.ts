import { expect, test } from "vitest";
import { RawScanner } from "./raw-scanner.ts";

const XML = `<?xml version="1.0"?><r xmlns:w="http://wordpress.org/export/1.2/" a="x > y"><!-- <no/> --><w:t><![CDATA[a ]] <no> ]]>b</w:t><i xmlns:w='other'><w:t/></i></r>`;

function scanned(size: number): string[] {
  const found: string[] = [];
  const scanner = new RawScanner({
    onStart: (name, parent, isWordPress) => found.push(`<${parent}/${name} ${isWordPress}`),
    onEnd: (name, _, __, text) => found.push(`>${name} ${text}`),
  });
  for (let at = 0; at < XML.length; at += size) scanner.write(XML.slice(at, at + size));
  return found;
}

test("elements are found the same in whatever chunks they come", () => {
  const expected = [
    "</r false",
    "<r/t true",
    ">t a ]] <no> b",
    "<r/i false",
    "<i/t false",
    ">t ",
    ">i ",
    ">r ",
  ];
  for (let size = 1; size <= XML.length; size += 1)
    expect(scanned(size), String(size)).toEqual(expected);
});
