import { join } from "node:path";
import type { AstroIntegration, HookParameters } from "astro";
import { isThemeStyles } from "../renderer/theme-styles.ts";
import { serveDevFiles } from "./dev-files.ts";
import type { DevFiles } from "./dev-files.ts";
import type { Greeting } from "./dev-protocol.ts";
import { HELLO, STATE } from "./dev-protocol.ts";
import type { loadDevSnapshot } from "./dev-snapshot.ts";
import type { DevSession, DevState } from "./dev-session.ts";

/** Vite's development server, as Astro hands it out. */
export type DevBackend = HookParameters<"astro:server:setup">["server"];

/** The module `dev-snapshot.ts`, in whichever instance. */
export interface DevModules {
  loadDevSnapshot: typeof loadDevSnapshot;
}

/** Sends one of Vite's own messages, or an event with its data. */
interface Client {
  send(message: unknown, data?: unknown): void;
}

type PluginContainer = NonNullable<Parameters<UpdateConfig>[0]["vite"]>["plugins"];
type UpdateConfig = HookParameters<"astro:config:setup">["updateConfig"];

/**
 * Brings the publication into Astro's development server: its pictures and files are served, and every page, those of
 * Vite's and Astro's errors too, hears what development shows and what is wrong with it. `onServer` is given the server
 * before it answers anything.
 */
export function devIntegration(
  files: Omit<DevFiles, "public"> & { packageRoot: string },
  onServer: (server: DevBackend) => void,
): AstroIntegration {
  const handle = serveDevFiles({ ...files, public: join(files.packageRoot, "public") });
  const plugins: PluginContainer = [
    {
      name: "stet:dev-files",
      enforce: "post",
      configureServer: ({ middlewares }) => {
        return () => {
          // Before Astro's own, which refuse an address without its slash and one outside the base.
          middlewares.stack.unshift({ route: "", handle });
        };
      },
    },
    {
      name: "stet:dev-page-client",
      transform: {
        filter: { id: /vite\/dist\/client\/client\.mjs/ },
        handler: (code) => `${code}\nimport("/src/dev/dev-page-client.ts");\n`,
      },
    },
  ];
  return {
    name: "stet:dev",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        updateConfig({ vite: { plugins } });
      },
      "astro:server:setup": ({ server }) => {
        greetPages(server, files.session);
        onServer(server);
      },
    },
  };
}

/**
 * Tells a page that is ready to hear the state, and why it has an error: Astro says that once, a fifth of a second
 * after the page (`astro/dist/vite-plugin-astro-server/response.js`), when a slow browser does not listen yet.
 */
function greetPages(server: DevBackend, session: Pick<DevSession, "state">): void {
  const { hot } = server.environments.client;
  const send: Client["send"] = hot.send.bind(hot);
  let lastError: { message: unknown; revision: number } | undefined;
  const keepErrors: Client["send"] = (message, data) => {
    if (isError(message)) lastError = { message, revision: session.state.revision };
    send(message, data);
  };
  hot.send = keepErrors;
  hot.on(HELLO, ({ hasError }: Greeting, client: Client) => {
    client.send(STATE, session.state);
    if (hasError && lastError?.revision === session.state.revision) client.send(lastError.message);
  });
}

function isError(message: unknown): boolean {
  return (
    typeof message === "object" && message !== null && "type" in message && message.type === "error"
  );
}

/** Tells all open pages of a state. */
export function tellPages(server: DevBackend, state: DevState): void {
  // Not by `hot.send`: that keeps a message for who comes next, and Astro leaves some out.
  for (const client of server.ws.clients) client.send(STATE, state);
}

/** The modules that read the content, through Vite's runner, which takes in edits of schemas and transforms. */
export async function modulesThroughVite(server: DevBackend): Promise<DevModules> {
  const { ssr } = server.environments;
  if (!("runner" in ssr))
    throw new Error("Astro's development server runs no modules in this process.");
  const { runner } = ssr as typeof ssr & { runner: { import(file: string): Promise<unknown> } };
  return (await runner.import("/src/dev/dev-snapshot.ts")) as DevModules;
}

/**
 * Has what was made of the content made anew when it is asked for next. Astro keeps what `getStaticPaths` gave until it
 * hears of a change (`astro/dist/vite-plugin-app`), and Vite the style sheet of the publication's own looks.
 */
export function forgetContent(server: DevBackend): void {
  for (const name of ["ssr", "prerender"]) {
    server.environments[name]?.hot.send("astro:content-changed", {});
  }
  for (const { moduleGraph } of Object.values(server.environments)) {
    for (const [id, module] of moduleGraph.idToModuleMap)
      if (isThemeStyles(id)) moduleGraph.invalidateModule(module);
  }
}
