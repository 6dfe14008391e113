import { join, relative, resolve, sep } from "node:path";
import type { AstroIntegration, HookParameters } from "astro";
import { serveDevFiles } from "./dev-files.ts";
import type { DerivativeCache } from "../media/derivative-cache.ts";
import type { DevDesk } from "./dev-desk.ts";
import type { DevEdition, loadDevEdition } from "./dev-edition.ts";
import { overlayMessage } from "./dev-errors.ts";
import type { DevTrouble } from "./dev-errors.ts";

type Server = HookParameters<"astro:server:setup">["server"];

/** The module `dev-edition.ts`, in whichever instance. */
interface DevModules {
  loadDevEdition: typeof loadDevEdition;
}

/** What development needs besides Astro's server. */
export interface DevSurroundings {
  desk: DevDesk;
  /** The press's checkout, absolute. */
  root: string;
  /** The project that Astro serves, and the content folder as it sees that: files are told of by their place there. */
  astro: { root: string; content: string };
  /** The publication, absolute. */
  content: string;
  base: string;
  /** Holds what was made of pictures. */
  media: DerivativeCache;
  /** Reads the content by the modules given. */
  read: (modules: DevModules) => Promise<DevEdition>;
  /** Says on the terminal what is wrong; nothing when it is mended. */
  tell: (trouble: DevTrouble | undefined) => void;
  /** The address, the base or the code entries changed. */
  onMoved: () => void;
}

/** The folders of the press whose code reads content and plans pages. */
const READING = /^src\/(?:build|domain|site|archive|markdown|views|feeds|seo|media)\//;
const QUIET_MS = 60;

/**
 * Brings the content folder into Astro's development server: its pictures and files are served, a change of it or
 * of the code that reads it makes a new edition and reloads the browser, and what is wrong lies over every page
 * until it is mended, after a refresh too.
 */
export function devIntegration(surroundings: DevSurroundings): AstroIntegration {
  return {
    name: "stet:dev",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        const { desk, content, base, root, media } = surroundings;
        const handle = serveDevFiles({ desk, content, base, media, public: join(root, "public") });
        const before =
          ({ middlewares }: Pick<Server, "middlewares">) =>
          (): void => {
            // Before Astro's own, which refuse an address without its slash and one outside the base.
            middlewares.stack.unshift({ route: "", handle });
          };
        updateConfig({
          vite: { plugins: [{ name: "stet:dev-files", enforce: "post", configureServer: before }] },
        });
      },
      "astro:server:setup": ({ server }) => {
        const { desk } = surroundings;
        watch(server, surroundings);
        server.environments.client.hot.on("vite:client:connect", (_: unknown, client: Client) => {
          if (desk.trouble !== undefined) client.send(overlayMessage(desk.trouble));
        });
      },
    },
  };
}

interface Client {
  send(message: unknown): void;
}

function watch(server: Server, surroundings: DevSurroundings): void {
  const { desk, astro, tell, onMoved } = surroundings;
  const { hot } = server.environments.client;
  let quiet: NodeJS.Timeout | undefined;
  const refresh = (): void => {
    void desk.refresh(() => readAnew(server, surroundings), {
      onShown: () => {
        tell(undefined);
        forgetPaths(server);
        hot.send({ type: "full-reload", path: "*" });
      },
      onTrouble: (trouble) => {
        tell(trouble);
        forgetPaths(server);
        hot.send(overlayMessage(trouble));
      },
      onMoved,
    });
  };
  server.watcher.add(astro.content);
  server.watcher.on("all", (_event, changed) => {
    const file = resolve(changed);
    const isContent = file === astro.content || file.startsWith(astro.content + sep);
    if (!isContent && !READING.test(relative(astro.root, file).replaceAll("\\", "/"))) {
      // Vite takes the overlay away with every update of a style.
      if (desk.trouble !== undefined)
        setTimeout(() => desk.trouble && hot.send(overlayMessage(desk.trouble)), 300);
      return;
    }
    clearTimeout(quiet);
    quiet = setTimeout(refresh, QUIET_MS);
  });
  server.httpServer?.once("close", () => clearTimeout(quiet));
}

/** Through Vite's runner, which takes in edits of schemas and transforms. */
async function readAnew(server: Server, { read }: DevSurroundings): Promise<DevEdition> {
  const { ssr } = server.environments;
  if (!("runner" in ssr))
    throw new Error("Astro's development server runs no modules in this process.");
  const { runner } = ssr as typeof ssr & { runner: { import(file: string): Promise<unknown> } };
  return read((await runner.import("/src/build/dev-edition.ts")) as DevModules);
}

/** Astro keeps what `getStaticPaths` gave until it hears of a change (`astro/dist/vite-plugin-app`). */
function forgetPaths(server: Server): void {
  for (const name of ["ssr", "prerender"]) {
    server.environments[name]?.hot.send("astro:content-changed", {});
  }
}
