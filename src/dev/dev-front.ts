import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Duplex } from "node:stream";
import type { DevSession } from "./dev-session.ts";
import { errorPage } from "./dev-errors.ts";
import { SERVED, STATE_PATH } from "./dev-protocol.ts";

/** A server of Astro's, as far as the front needs it. */
export interface Backend {
  middlewares: (request: IncomingMessage, response: ServerResponse) => void;
  /** Vite listens on it for its socket. */
  httpServer: { emit: (event: "upgrade", ...args: UpgradeArguments) => boolean } | null;
}

type UpgradeArguments = [request: IncomingMessage, socket: Duplex, head: Buffer];

/** How long answers under way may take before the server behind is stopped all the same. */
const LEAVE_MS = 3_000;

/**
 * What the browser talks to, for as long as development runs. Astro's own server stands behind it and may be stopped
 * and started anew, which open pages do not notice. A request waits until all changes that were seen are taken in.
 */
export class DevFront {
  readonly server: Server;
  readonly #session: DevSession;
  readonly #underWay = new Set<Promise<void>>();
  #backend: Backend | undefined;

  constructor(session: DevSession) {
    this.#session = session;
    this.server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
    this.server.on("upgrade", (...args: UpgradeArguments) => {
      void session.settled().then(() => {
        if (this.#backend?.httpServer?.emit("upgrade", ...args) !== true) args[1].destroy();
      });
    });
  }

  /** From now on requests go to this server. */
  openTo(backend: Backend): void {
    this.#backend = backend;
  }

  /** From now on requests go nowhere; resolves when those under way are answered. */
  async close(): Promise<void> {
    this.#backend = undefined;
    await Promise.race([Promise.all(this.#underWay), pause(LEAVE_MS, undefined, { ref: false })]);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await this.#session.settled();
    const { state, error } = this.#session;
    if (request.url === STATE_PATH) {
      send(response, 200, "application/json", JSON.stringify(state));
      return;
    }
    response.setHeader("server-timing", `${SERVED};desc="${state.revision}"`);
    const backend = this.#backend;
    if (backend === undefined) {
      const page = errorPage(error ?? NOT_YET, state.revision);
      send(response, 500, "text/html; charset=utf-8", page);
      return;
    }
    const answered = new Promise<void>((resolve) => response.once("close", resolve));
    this.#underWay.add(answered);
    void answered.then(() => this.#underWay.delete(answered));
    backend.middlewares(request, response);
  }
}

const NOT_YET = { kind: "press", error: "The server is being started." } as const;

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(body);
}
