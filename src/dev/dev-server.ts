import { join, relative, sep } from "node:path";
import { dev } from "astro";
import { ProcessPool } from "../workers/process-pool.ts";
import { ReadingWorkers } from "../loader/readers.ts";
import { listenNear } from "../deploy/listen.ts";
import { setRoutePlan } from "../views/render-context.ts";
import { readingDigest, READING_PARTS } from "../pipeline/code-digest.ts";
import { isEncodedBase } from "../renderer/bundled-renderer.ts";
import { keepAstroOffline } from "../renderer/offline.ts";
import { layOutAstroProject } from "../renderer/project.ts";
import { takeDevFolder } from "./dev-folder.ts";
import { DevEditor } from "./dev-editor.ts";
import { DevMedia } from "./dev-media.ts";
import { DevSession } from "./dev-session.ts";
import { loadDevSnapshot } from "./dev-snapshot.ts";
import type { DevSnapshot } from "./dev-snapshot.ts";
import { contentPrefix } from "../report/report.ts";
import { errorText } from "./dev-errors.ts";
import type { DevError } from "./dev-errors.ts";
import type { DevFiles } from "./dev-files.ts";
import { DevFront } from "./dev-front.ts";
import { devIntegration, forgetContent, modulesThroughVite, tellPages } from "./dev-integration.ts";
import type { DevBackend, DevModules } from "./dev-integration.ts";
import { FolderWatch } from "./folder-watch.ts";
import type { FileEvent } from "./folder-watch.ts";
import { mediaCache } from "../pipeline/plan-media.ts";
import type { ProgressStream } from "../pipeline/progress.ts";
import { readSettings } from "../settings/settings.ts";
import type { Roots, Settings } from "../settings/settings.ts";
import { slotComponents } from "../renderer/slot-components.ts";
import { themeStyles } from "../renderer/theme-styles.ts";
import { openWorkingFolder } from "../settings/working-folder.ts";

/** What the development server needs of the process that runs it. */
export interface DevServerOptions extends Roots {
  environment: Record<string, string | undefined>;
  node: string;
  clock: () => number;
  stdout: ProgressStream;
  stderr: ProgressStream & { isTTY?: boolean };
  /** Shows drafts and scheduled articles too, marked. */
  preview: boolean;
  /** The port that is tried first. */
  port: number;
}

/** A development server that runs. */
export interface DevServer {
  stop(): Promise<void>;
}

/** The folders whose code reads content and plans pages. */
const READING_FOLDERS = [
  ...READING_PARTS,
  ...["validation", "pipeline", "views", "feeds", "seo", "media"].map((name) => `src/${name}`),
];

/** Whether a file of the checkout is part of that code. */
function isReading(file: string): boolean {
  return READING_FOLDERS.some((folder) => file.startsWith(`${folder}/`));
}

/**
 * Starts a development server on the content folder, sound or not; nothing in the content ends it, and it takes in
 * whatever is saved, renamed, deleted or put back there.
 *
 * Throws SettingsError, and what Astro throws where it cannot start at all.
 */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const { packageRoot, projectRoot, environment, node, clock, stdout, stderr } = options;
  keepAstroOffline(environment);
  const settings = readSettings(options, environment, clock);
  const { content, cache, work } = settings;
  openWorkingFolder(settings);
  const folder = takeDevFolder(work, new Date(clock()));
  const onDamage = (damage: string): unknown => stderr.write(`${damage}\n`);
  let workers = new ProcessPool();
  let readers: ReadingWorkers | undefined;
  /** The code that the processes were started with. */
  let readBy = "";
  const read = (modules: DevModules): Promise<DevSnapshot> => {
    const { now } = readSettings(options, environment, clock);
    const codeVersion = readingDigest(packageRoot, node);
    if (readers === undefined || codeVersion !== readBy) {
      void workers.end();
      workers = new ProcessPool();
      readers = new ReadingWorkers(workers);
      readBy = codeVersion;
    }
    const { preview } = options;
    return modules.loadDevSnapshot({
      content,
      project: projectRoot,
      cache,
      now,
      clock,
      readers,
      codeVersion,
      onDamage,
      preview,
    });
  };
  let hadError = false;
  const tell = (error: DevError | undefined): void => {
    if (error !== undefined) stderr.write(`\n${errorText(error, stderr.isTTY === true)}`);
    else if (hadError) stdout.write("\nFixed.\n");
    hadError = error !== undefined;
  };

  let port = options.port;
  let running: Running | undefined;
  let told = "";
  const tellAddress = (): void => {
    const address = `http://localhost:${port}${session.shown?.site.base ?? "/"}`;
    if (address !== told)
      stdout.write(
        `\n${address}\nShowing ${relative(projectRoot, content) || content}; Ctrl-C stops it.\n`,
      );
    told = address;
  };
  const shownContent = { folder: content, prefix: contentPrefix(content, projectRoot) };
  const session = new DevSession(shownContent, clock(), {
    read: async () => {
      for (const watch of watches) watch.arm();
      const snapshot = await read(
        running === undefined ? { loadDevSnapshot } : await modulesThroughVite(running.vite),
      );
      if (snapshot.shown !== undefined) setRoutePlan(snapshot.shown.plan);
      return snapshot;
    },
    open: async () => {
      await front.close();
      await running?.stop();
      running = undefined;
      running = await startAstro(
        folder,
        settings,
        session,
        { media: mediaCache(cache, clock, onDamage), outside, editor },
        options,
      );
      front.openTo(running.vite);
      if (told !== "") tellAddress();
    },
    onRead: (error) => {
      tell(error);
      if (running !== undefined) forgetContent(running.vite);
    },
    onSettled: (state) => {
      if (running !== undefined) tellPages(running.vite, state);
    },
  });
  const outside = new DevMedia(
    shownContent,
    () => session.shown?.outside,
    (text) => stderr.write(`\n${text}`),
  );
  const editor = new DevEditor(options);
  const watches = [
    new FolderWatch(content, {
      onNotice: (path) => {
        if (!outside.isFetched(path)) session.noticed(true);
      },
      onFile: (event, path) => running?.passOn(event, relative(content, path)),
    }),
    new FolderWatch(join(packageRoot, "src"), {
      onNotice: (path) =>
        session.noticed(isReading(relative(packageRoot, path).replaceAll("\\", "/"))),
      onFile: () => {},
    }),
  ];
  const front = new DevFront(session);
  port = await listenNear(front.server, port);
  await session.begin();
  tellAddress();
  return {
    stop: async () => {
      for (const watch of watches) watch.close();
      await running?.stop();
      await workers.end();
      front.server.close();
      front.server.closeAllConnections();
    },
  };
}

/** Astro's server behind the front. */
interface Running {
  vite: DevBackend;
  /** Tells Vite and Astro of a file of the content folder, by its path in that: some of them are modules. */
  passOn(event: FileEvent, file: string): void;
  stop(): Promise<void>;
}

/** Starts Astro's server for what the session shows, on a port that only the front knows of. */
async function startAstro(
  folder: string,
  { content, cache, out }: Settings,
  session: DevSession,
  files: Pick<DevFiles, "media" | "outside" | "editor">,
  { packageRoot, projectRoot }: Roots,
): Promise<Running> {
  const { origin, base } = session.shown?.site ?? { origin: undefined, base: "/" };
  const project = layOutAstroProject(folder, { packageRoot, projectRoot, content });
  // What is in the content folder is told of by the watch of that, which outlives what is done to the folder.
  const unwatched = [cache, out, content, project.content];
  let vite: DevBackend | undefined;
  const server = await dev({
    ...project.config,
    // The files of development take off what Astro cannot.
    base: isEncodedBase(base) ? "/" : base,
    ...(origin === undefined ? {} : { site: origin }),
    logLevel: "warn",
    server: { host: "localhost", port: 0 },
    vite: {
      ...project.config.vite,
      server: {
        watch: {
          ignored: (path: string) =>
            unwatched.some((one) => path === one || path.startsWith(one + sep)),
        },
      },
    },
    integrations: [
      ...(project.config.integrations ?? []),
      themeStyles(() => session.shown?.plan.shell.themeCss ?? ""),
      slotComponents(() => session.shown?.plan.shell.slots),
      devIntegration({ session, packageRoot, content, base, ...files }, (started) => {
        vite = started;
      }),
    ],
  });
  if (vite === undefined) throw new Error("Astro has started no development server.");
  const { watcher } = vite;
  // Vite takes in a module of the press later than it is saved: a snapshot read before that would be the old one.
  watcher.on("all", (_, path) => {
    const file = relative(folder, path).replaceAll("\\", "/");
    if (file.startsWith("src/")) session.noticed(isReading(file));
  });
  return {
    vite,
    passOn: (event, file) => {
      watcher.emit(event, join(project.content, file));
    },
    stop: () => server.stop(),
  };
}
