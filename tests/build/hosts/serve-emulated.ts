import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Answer, BundleFiles } from "../../hosts/emulators/emulated-host.ts";
import type { Certificate } from "./certificate.ts";

interface Emulation {
  ask: (path: string) => Answer;
  files: BundleFiles;
  certificate: Certificate;
}

/**
 * Puts an emulated host on the loopback interface, over TLS. That http leads to https is assumed, as it is a setting of
 * every host.
 */
export async function serveEmulated({ ask, files, certificate: { certificate, key } }: Emulation) {
  const secure = createSecureServer(
    { cert: readFileSync(certificate), key: readFileSync(key) },
    ({ url = "/", method }, response) => {
      if (method !== "GET") return response.writeHead(405).end();
      const { status, headers, file, body } = ask(url);
      return response.writeHead(status, headers).end(body ?? files.get(file ?? ""));
    },
  );
  const securePort = await portOf(secure);
  const plain = createServer(({ url = "/" }, response) =>
    response.writeHead(301, { location: `https://localhost:${securePort}${url}` }).end(),
  );
  const stop = async (): Promise<void> => {
    await Promise.all(
      [plain, secure].map((server) => new Promise((resolve) => server.close(resolve))),
    );
  };
  return { port: await portOf(plain), securePort, stop };
}

function portOf(server: Server): Promise<number> {
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
  );
}
