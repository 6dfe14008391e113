import { relative } from "node:path";
import { dev } from "astro";
import { readingDigest } from "./code-digest.ts";
import { isEncodedBase } from "./astro-insides.ts";
import { keepAstroOffline } from "./astro-network.ts";
import { layOutAstroProject } from "./astro-project.ts";
import { DevDesk } from "./dev-desk.ts";
import { loadDevEdition } from "./dev-edition.ts";
import type { DevEdition } from "./dev-edition.ts";
import { troubleText } from "./dev-errors.ts";
import type { DevTrouble } from "./dev-errors.ts";
import { devIntegration } from "./dev-integration.ts";
import { acquireLock, LockHeld } from "./lock.ts";
import { mediaCache } from "./plan-media.ts";
import type { ProgressStream } from "./progress.ts";
import { readSettings } from "./settings.ts";
import { themeStyles } from "./theme-styles.ts";
import { devFolders, openWorkingFolder } from "./working-folder.ts";

/** What the development server needs of the process that runs it. */
export interface DevServerOptions {
  /** The press's checkout, absolute. */
  root: string;
  environment: Record<string, string | undefined>;
  node: string;
  clock: () => number;
  stdout: ProgressStream;
  stderr: ProgressStream & { isTTY?: boolean };
  /** The port that is tried first. */
  port: number;
}

/** A development server that runs. */
export interface DevServer {
  stop(): Promise<void>;
}

type AstroServer = Awaited<ReturnType<typeof dev>>;

/**
 * Starts Astro's development server on the content folder, sound or not; nothing in the content ends it. When the
 * publication's address changes it is started again within the process, on the same port.
 *
 * Throws SettingsError, and what Astro throws where it cannot start at all.
 */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const { root, environment, node, clock, stdout, stderr } = options;
  keepAstroOffline(environment);
  const settings = readSettings(root, environment, clock);
  const { content, cache, out, work } = settings;
  openWorkingFolder(settings);
  const astroFolder = takeDevFolder(work, new Date(clock()));
  const onDamage = (damage: string): unknown => stderr.write(`${damage}\n`);
  const read = (modules: { loadDevEdition: typeof loadDevEdition }): Promise<DevEdition> => {
    const { now } = readSettings(root, environment, clock);
    return modules.loadDevEdition({
      content,
      cache,
      now,
      clock,
      codeVersion: readingDigest(root, node),
      onDamage,
    });
  };
  const desk = new DevDesk(content, await read({ loadDevEdition }));
  const media = mediaCache(cache, clock, onDamage);
  let hadTrouble = desk.trouble !== undefined;
  const tell = (trouble: DevTrouble | undefined): void => {
    if (trouble !== undefined) stderr.write(`\n${troubleText(trouble, stderr.isTTY === true)}`);
    else if (hadTrouble) stdout.write("\nMended.\n");
    hadTrouble = trouble !== undefined;
  };
  if (desk.trouble !== undefined) tell(desk.trouble);

  let port = options.port;
  let running: Promise<AstroServer>;
  const open = async (): Promise<AstroServer> => {
    const { origin, base } = desk.shown?.site ?? { origin: undefined, base: "/" };
    const project = layOutAstroProject(astroFolder, { root, content });
    const server = await dev({
      ...project.config,
      // The files of development take off what Astro cannot.
      base: isEncodedBase(base) ? "/" : base,
      ...(origin === undefined ? {} : { site: origin }),
      logLevel: "warn",
      server: { host: "localhost", port },
      vite: {
        ...project.config.vite,
        server: {
          watch: { ignored: [cache, out].map((folder) => `${folder}/**`) },
        },
      },
      integrations: [
        themeStyles(() => desk.shown?.plan.chrome.themeCss ?? ""),
        devIntegration({
          desk,
          root,
          astro: { root: astroFolder, content: project.content },
          content,
          base,
          media,
          read,
          tell,
          onMoved,
        }),
      ],
    });
    port = server.address.port;
    stdout.write(
      `\nhttp://localhost:${port}${base}\nShowing ${relative(root, content) || content}; Ctrl-C ends it.\n`,
    );
    return server;
  };
  const onMoved = (): void => {
    running = running.then(async (server) => {
      await server.stop();
      return open();
    });
    running.catch((error: unknown) => tell({ kind: "press", error }));
  };
  running = open();
  await running;
  return {
    stop: async () => {
      await (await running).stop();
    },
  };
}

/** The first folder that no other development server works in. It is this process's until that ends. */
function takeDevFolder(work: string, now: Date): string {
  for (const { lock, astro } of devFolders(work)) {
    try {
      acquireLock(lock, now, "Another development server is running");
      return astro;
    } catch (error) {
      if (!(error instanceof LockHeld)) throw error;
    }
  }
  throw new Error("Every folder is taken.");
}
