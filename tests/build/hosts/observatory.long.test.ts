import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRICT_TRANSPORT } from "../../../src/deploy/headers.ts";
import type { Hosting } from "../../../src/deploy/hosting.ts";
import type { HostName } from "../../../src/domain/host-names.ts";
import { installObservatory } from "../../hosts/observatory/observatory.ts";
import type { Scan } from "../../hosts/observatory/observatory.ts";
import { missingTools, provided } from "../../tools/need.ts";
import { checkoutOf } from "../checkout.ts";
import { makeCertificate } from "./certificate.ts";
import type { Certificate } from "./certificate.ts";
import { EMULATED_HOSTS, filesOf } from "./emulated-hosts.ts";
import { HOST_SCORES } from "./host-answers.ts";
import { hostedBundle, smallPublication } from "./hosted-bundle.ts";
import type { HostedBundle } from "./hosted-bundle.ts";
import { REAL_SERVERS, startServer } from "./real-servers.ts";
import type { RealServer } from "./real-servers.ts";
import { serveEmulated } from "./serve-emulated.ts";

const directory = mkdtempSync(join(tmpdir(), "stet-observatory-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const scan = provided(installObservatory);
const without = await missingTools([...REAL_SERVERS, "openssl"]);

describe.skipIf(without !== false || scan === undefined)("MDN's HTTP Observatory", () => {
  let bundle: HostedBundle;
  let certificate: Certificate;
  beforeAll(async () => {
    const source = smallPublication("https://press.example/");
    bundle = await hostedBundle(checkoutOf("emulated"), source, directory);
    certificate = await makeCertificate(directory);
  });

  interface Served {
    port: number;
    securePort?: number;
    stop: () => Promise<void>;
  }

  async function scanned({ port, securePort = 0, stop }: Served): Promise<Scan> {
    try {
      if (scan === undefined) throw new Error("There is no Observatory.");
      return await scan({ port, securePort, certificate: certificate.certificate });
    } finally {
      await stop();
    }
  }
  const scanServer = async (name: RealServer, hosting: Hosting): Promise<Scan> =>
    scanned(
      await startServer(name, { root: bundle.root, folder: directory, hosting, certificate }),
    );
  const words = ({ grade, score }: Scan): string => `${grade} ${score}`;

  test.each(REAL_SERVERS)(
    "gives %s what the guide says, and less without one header",
    async (name) => {
      const { hosting } = bundle;
      const whole = await scanServer(name, hosting);
      expect(whole.failed).toEqual([]);
      expect(whole.results["redirection"]).toBe("redirection-to-https");
      expect(words(whole)).toBe(HOST_SCORES[name]);
      expect(whole.score).toBeGreaterThanOrEqual(130);

      const { [STRICT_TRANSPORT]: left, ...headers } = hosting.headers;
      expect(left).toBeDefined();
      const less = await scanServer(name, { ...hosting, headers });
      expect(less.failed).toEqual([STRICT_TRANSPORT]);
      expect(less.score).toBeLessThan(whole.score);
    },
  );

  test.each(Object.keys(EMULATED_HOSTS))(
    "gives the front page of %s, as it is emulated, what the guide says",
    async (name) => {
      const files = filesOf(bundle);
      const host = EMULATED_HOSTS[name]?.(files, bundle.hosting);
      const ask = (path: string) => host?.ask({ path }) ?? { status: 500, headers: {} };
      const seen = await scanned(await serveEmulated({ ask, files, certificate }));
      expect(seen.failed).toEqual([]);
      expect(words(seen)).toBe(HOST_SCORES[name as HostName]);
    },
  );
});
