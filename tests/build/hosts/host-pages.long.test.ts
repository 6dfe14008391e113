import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentType } from "../../../src/deploy/content-type.ts";
import { fileHeaders } from "../../../src/deploy/hosting.ts";
import { HOST_WRITERS } from "../../../src/deploy/hosts/host-writers.ts";
import {
  codeBlock,
  codeBlocks,
  consoleCommands,
  missingLines,
  switchCommands,
} from "../../hosts/guide-texts.ts";
import { missingTools } from "../../tools/need.ts";
import { checkoutOf } from "../checkout.ts";
import { addressOf, hostedBundle, smallPublication } from "./hosted-bundle.ts";
import type { HostedBundle } from "./hosted-bundle.ts";
import { serverBlock, startPageServer } from "./page-servers.ts";
import type { PageServer } from "./page-servers.ts";
import { REAL_SERVERS } from "./real-servers.ts";
import type { RealServer } from "./real-servers.ts";

const directory = mkdtempSync(join(tmpdir(), "stet-pages-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const without = await missingTools([...REAL_SERVERS, "curl", "openssl"]);
const withoutBrotli = without !== false || (await missingTools(["nginx-brotli"])) !== false;

const BROTLI_LINES = codeBlock("hosts/nginx.md", ({ code }) => code.startsWith("  include "));

/** Servers, the blocks that their pages have for them, and which block of commands is about that. */
const SETUPS: [name: string, host: RealServer, block: string, commands: number, skip: boolean][] = [
  ...REAL_SERVERS.map((host): [string, RealServer, string, number, boolean] => [
    host,
    host,
    serverBlock(host),
    0,
    without !== false,
  ]),
  [
    "nginx with the Brotli module",
    "nginx",
    serverBlock("nginx").replace("  include /etc/nginx/stet.conf;\n", BROTLI_LINES),
    1,
    withoutBrotli,
  ],
];

describe("a public site, made with the words of the page", () => {
  let bundle: HostedBundle;
  beforeAll(async () => {
    if (without !== false) return;
    bundle = await hostedBundle(
      checkoutOf("pages"),
      smallPublication("https://paper.example/"),
      mkdtempSync(join(directory, "bundle-")),
    );
  });

  for (const [name, host, block, commands, skip] of SETUPS)
    describe.skipIf(skip)(`on ${name}`, () => {
      let server: PageServer;
      beforeAll(async () => {
        const own = mkdtempSync(join(directory, `${host}-`));
        const www = join(own, "www");
        mkdirSync(www);
        const target = host === "apache" ? bundle.folder : own;
        for (const { path, text } of HOST_WRITERS[host].write(bundle.hosting))
          writeFileSync(join(target, path), text);
        await promisify(execFile)("bash", ["-ec", switchCommands(www, bundle.folder)]);
        server = await startPageServer(host, block, { www, own });
      });
      afterAll(() => server?.stop());

      test("answers each command as the page says", async () => {
        const consoles = codeBlocks(`hosts/${host}.md`).filter(
          ({ language }) => language === "console",
        );
        const asked = consoleCommands(consoles[commands]?.code ?? "");
        expect(asked.length).toBeGreaterThan(0);
        for (const { command, expected } of asked) {
          const answer = await server.shell(command);
          expect(missingLines(answer, expected), `${command}\n${answer}`).toEqual([]);
        }
      });

      if (block.includes("stet-brotli.conf"))
        test("gets the Brotli copy of each kind of file that has one, and 304 on a second visit", async () => {
          const { packed, folder, hosting } = bundle;
          // One of each type and class.
          const kinds = new Map([...packed].map((file) => [JSON.stringify(answerOf(file)), file]));
          expect(kinds.size).toBeGreaterThan(5);
          const got = join(directory, "got");
          const ask = `curl -s -o ${got} -D - -H 'Accept-Encoding: gzip, br'`;
          for (const file of kinds.values()) {
            const address = `'https://paper.example${addressOf(file, hosting)}'`;
            const answer = await server.shell(`${ask} ${address}`);
            const copy = readFileSync(join(folder, `${file}.br`));
            expect(readFileSync(got).equals(copy), `${file}\n${answer}`).toBe(true);
            expect(missingLines(answer, answerOf(file)), `${file}\n${answer}`).toEqual([]);
            const etag = /^etag: (.*)$/im.exec(answer)?.[1]?.trim() ?? "";
            const again = await server.shell(`${ask} -H 'If-None-Match: ${etag}' ${address}`);
            expect(again, file).toMatch(/^HTTP\/1\.1 304 /);
          }
        });

      const answerOf = (file: string): string[] => [
        ...Object.entries(fileHeaders(file, bundle.hosting)).map(
          ([header, value]) => `${header}: ${value}`,
        ),
        `content-type: ${contentType(file)}`,
        "content-encoding: br",
        "vary: Accept-Encoding",
      ];
    });
});
