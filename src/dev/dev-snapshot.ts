import { join } from "node:path";
import { loadPublication } from "../pipeline/load-publication.ts";
import type { OutsideMedia } from "../pipeline/fetch-media.ts";
import type { LoadOptions } from "../pipeline/load-options.ts";
import { compareDiagnostics } from "../domain/diagnostic.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Site } from "../domain/publication.ts";
import { movedPage } from "../deploy/moved-page.ts";
import { bundleFile } from "../urls/hrefs.ts";
import type { Derivative } from "../media/derivative.ts";
import { mediaFiles } from "../media/media-files.ts";
import { planRoutes } from "../views/route-plan.ts";
import type { PlannedPath, RoutePlan } from "../views/route-plan.ts";
import { devEditorTexts } from "./dev-editor-texts.ts";
import { goneInFolders } from "../pipeline/takedown-pages.ts";

/** What development shows until something changes: plain data, whichever instance of the modules made it. */
export interface DevSnapshot {
  diagnostics: Diagnostic[];
  /** Absent where `site.yaml` cannot be used. With errors it is what can be shown all the same. */
  shown?: {
    site: Site;
    plan: RoutePlan;
    /** Absolute paths of the files that are published as they are, by address below the base, without leading slash. */
    files: ReadonlyMap<string, string>;
    /** The files that are made of pictures, by the same. */
    derivatives: ReadonlyMap<string, Derivative>;
    /** The media files outside git; absent where there is no media store. */
    outside: OutsideMedia | undefined;
    /** The pages at old addresses, by bundle path. */
    moved: ReadonlyMap<string, string>;
    /** The files of the editor that follow from the content, by path below its folder. */
    editor: ReadonlyMap<string, string>;
  };
  counts: { articles: number; drafts: number; scheduled: number };
}

/** Reads the content folder for development. Throws what the press itself throws. */
export async function loadDevSnapshot(options: LoadOptions): Promise<DevSnapshot> {
  const { publication, texts, diagnostics, counts, media } = await loadPublication(options);
  if (publication === undefined) return { diagnostics, counts };
  const { originals, derivatives } = mediaFiles(publication);
  const files = new Map(
    [
      ...Object.entries(publication.files),
      ...[...originals].map(([address, { file }]) => [address, file] as const),
    ].map(([address, file]) => [address.slice(1), join(publication.content, file)] as const),
  );
  const { site } = publication;
  const moved = new Map(
    publication.moved.map((one) => [bundleFile(one.from), movedPage(one, site)] as const),
  );
  const plan = withoutIndex(planRoutes(goneInFolders(publication), "", options.now, texts));
  return {
    diagnostics: diagnostics.toSorted(compareDiagnostics),
    shown: {
      site,
      plan,
      files,
      derivatives: new Map(
        [...derivatives].map(([address, derivative]) => [address.slice(1), derivative] as const),
      ),
      moved,
      editor: devEditorTexts(publication),
      outside: media,
    },
    counts,
  };
}

/** A plan whose search page and page for wrong addresses say that there is no index yet. */
function withoutIndex(plan: RoutePlan): RoutePlan {
  const { search, notFound } = plan.routes;
  return {
    ...plan,
    routes: { ...plan.routes, search: search.map(notIndexed), notFound: notFound.map(notIndexed) },
  };
}

function notIndexed<View extends { notIndexed?: true }>(
  planned: PlannedPath<View>,
): PlannedPath<View> {
  return { ...planned, view: { ...planned.view, notIndexed: true } };
}
