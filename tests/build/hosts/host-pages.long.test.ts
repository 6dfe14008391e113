import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
import { hostedBundle, smallPublication } from "./hosted-bundle.ts";
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
    });

  test.skipIf(withoutBrotli)("has Brotli lines that differ from those without", () => {
    expect(SETUPS.at(-1)?.[2]).toContain("include /etc/nginx/stet-brotli.conf;");
  });
});
