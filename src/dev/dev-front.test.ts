import { createServer, request as ask } from "node:http";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listenNear } from "../deploy/listen.ts";
import type { DevSession } from "./dev-session.ts";
import { DevFront } from "./dev-front.ts";
import { STATE_PATH } from "./dev-protocol.ts";

/** As much of the session as the front asks for. */
let session: {
  state: DevSession["state"];
  error: DevSession["error"];
  settled: () => Promise<void>;
};
let settle: () => void;
let front: DevFront;
let address: string;

beforeEach(async () => {
  session = {
    state: { revision: 7, snapshot: 5 },
    error: undefined,
    settled: () => Promise.resolve(),
  };
  front = new DevFront(session as DevSession);
  address = `http://localhost:${await listenNear(front.server, 0)}`;
});
afterEach(() => {
  front.server.close();
  front.server.closeAllConnections();
});

function unsettle(): void {
  const settling = new Promise<void>((resolve) => (settle = resolve));
  session.settled = () => settling;
}

function answerWith(text: string): void {
  front.openTo({
    middlewares: (_, response) => response.end(text),
    httpServer: null,
  });
}

test("a request waits until what was saved is read, and is answered from that", async () => {
  answerWith("old");
  unsettle();
  let isAnswered = false;
  const answer = fetch(`${address}/a/`).then((response) => {
    isAnswered = true;
    return response;
  });
  await fetchIdle();
  expect(isAnswered).toBe(false);
  answerWith("new");
  session.state = { revision: 8, snapshot: 8 };
  settle();
  const response = await answer;
  expect(await response.text()).toBe("new");
  expect(response.headers.get("server-timing")).toBe('stet;desc="8"');
});

test("the state is told wherever the publication lies", async () => {
  const response = await fetch(address + STATE_PATH);
  expect(await response.json()).toEqual({ revision: 7, snapshot: 5 });
});

test("without a server behind it there is a page that says why, and waits for the next revision", async () => {
  session.error = { kind: "press", error: new Error("Astro is <broken>") };
  const response = await fetch(`${address}/a/`);
  expect(response.status).toBe(500);
  const page = await response.text();
  expect(page).toContain("Astro is &lt;broken&gt;");
  expect(page).toContain("state.revision !== 7");
});

test.each(["//", "/%", "*"])("the address '%s' ends nothing", async (path) => {
  answerWith("there");
  const { port } = new URL(address);
  const [response] = (await once(ask({ host: "localhost", port, path }).end(), "response")) as [
    { resume(): void },
  ];
  response.resume();
  expect(await (await fetch(address)).text()).toBe("there");
});

describe("when the server behind is changed", () => {
  test("what it is answering is answered first", async () => {
    let finish = (): void => {};
    const arrived = new Promise<void>((resolve) => {
      front.openTo({
        middlewares: (_, response) => {
          finish = () => response.end("whole");
          resolve();
        },
        httpServer: null,
      });
    });
    const answer = fetch(`${address}/a/`).then((response) => response.text());
    await arrived;
    const closed = front.close().then(() => "closed");
    expect(await Promise.race([closed, fetchIdle().then(() => "waits")])).toBe("waits");
    finish();
    expect(await answer).toBe("whole");
    expect(await closed).toBe("closed");
  });

  test("a socket goes to the one that is there when it may", async () => {
    const behind = createServer();
    const upgraded = once(behind, "upgrade");
    unsettle();
    const { port } = new URL(address);
    const socket = ask({
      host: "localhost",
      port,
      headers: { connection: "Upgrade", upgrade: "websocket" },
    });
    socket.on("error", () => {});
    socket.end();
    await fetchIdle();
    front.openTo({ middlewares: () => {}, httpServer: behind });
    settle();
    const [request] = (await upgraded) as [{ headers: Record<string, string> }];
    expect(request.headers["upgrade"]).toBe("websocket");
    socket.destroy();
  });
});

/** Long enough for a request to arrive. */
function fetchIdle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}
