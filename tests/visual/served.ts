import { createServer } from "node:http";
import { listenNear } from "../../src/deploy/listen.ts";
import { serveBundle } from "../../src/deploy/static-server.ts";

/** A bundle that is being served with the headers of the press. */
export interface Served {
  /** Address of the front page, with a closing slash. */
  front: string;
  end(): Promise<void>;
}

/** Serves a bundle at `base`, which has a slash at both ends, on any free port. */
export async function serve(folder: string, base: string): Promise<Served> {
  const server = createServer(serveBundle({ folder, base }));
  const port = await listenNear(server, 0);
  return {
    front: `http://localhost:${port}${base}`,
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
