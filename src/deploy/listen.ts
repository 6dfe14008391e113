import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** The local port that is tried first. */
export const FIRST_PORT = 4321;
const TRIES = 50;

/**
 * Makes a server listen on this machine alone, on `port` or the next free one after it (0: any), and gives the
 * port. Throws what the system says where none of fifty can be had.
 */
export async function listenNear(server: Server, port = FIRST_PORT): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await listen(server, port + attempt);
    } catch (error) {
      if (!isTaken(error) || attempt === TRIES - 1 || port + attempt >= 65_535) throw error;
    }
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
