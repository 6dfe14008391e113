import type { Diagnostic } from "../domain/diagnostic.ts";
import { changesSince, staged, unstaged } from "../history/content-changes.ts";
import { withIndexOfHook, workTree } from "../history/work-tree.ts";
import type { BaseRevision } from "../history/base-revision.ts";
import type { OtherState } from "../history/content-changes.ts";
import { viewContent } from "../loader/content-view.ts";
import type { ContentView } from "../loader/content-view.ts";
import { changedDiagnostics, changeTest } from "../pipeline/check-changes.ts";
import type { CheckedContent } from "../pipeline/check-content.ts";
import type { CheckSession } from "./check-session.ts";
import { formatCount } from "./outcome.ts";

/** Which diagnostics are told. */
export type Scope =
  | { kind: "all" }
  /** What differs from a commit: that which `base` names, or where the work left the default branch. */
  | { kind: "changed"; base: string | undefined }
  /** What would be committed. */
  | { kind: "staged" };

/** A check, as far as it is told. */
export interface Selected {
  loaded: CheckedContent;
  diagnostics: readonly Diagnostic[];
  /** What was looked at, for people: `2 changed files since origin/main`; absent where that is everything. */
  looked?: string;
  /** The commit that was compared with, and how many problems there are besides; absent where everything is told. */
  compared?: { base: string; elsewhere: number };
}

/** Chooses what is told of a content folder. */
export interface Selection {
  /** What is checked where it is not the folder itself. */
  view?: ContentView;
  /** Whether a file belongs to what is told. */
  isWanted: (file: string) => boolean;
  /** Chooses among the diagnostics of a check of the folder, or of `view`. */
  select: (loaded: CheckedContent) => Promise<Selected>;
  /** Takes away what was made for it. */
  end: () => void;
}

/** What is told by a scope. Throws GitRefused where git cannot say. */
export async function openSelection(session: CheckSession, scope: Scope): Promise<Selection> {
  if (scope.kind === "all")
    return {
      isWanted: () => true,
      select: (loaded) => Promise.resolve({ loaded, diagnostics: loaded.diagnostics }),
      end: () => {},
    };
  const { content, parent, check } = session;
  const isStaged = scope.kind === "staged";
  const { base, earlier, loose } = await (isStaged ? next(session) : changes(session));
  const view = loose.size === 0 ? undefined : viewContent(content, loose, parent);
  // What is neither staged nor committed is no part of what was there before.
  const before = new Map([...loose, ...earlier]);
  const { size } = earlier;
  const files = `${formatCount(size)} ${isStaged ? "staged" : "changed"} ${size === 1 ? "file" : "files"}`;
  return {
    ...(view === undefined ? {} : { view }),
    isWanted: changeTest(earlier.keys()),
    select: async (loaded) => {
      const { diagnostics, elsewhere } = await changedDiagnostics(
        loaded,
        { changed: earlier.keys(), earlier: before },
        { content, parent, check },
      );
      return {
        loaded,
        diagnostics,
        looked: isStaged ? files : `${files} since ${base.name} (${base.commit.slice(0, 9)})`,
        compared: { base: base.commit, elsewhere: elsewhere.length },
      };
    },
    end: () => view?.remove(),
  };
}

/** What is compared with, how it has the files that differ, and the files that do not count as they are. */
interface Compared {
  base: Pick<BaseRevision, "commit" | "name">;
  earlier: OtherState;
  loose: OtherState;
}

async function changes({ git, base }: CheckSession): Promise<Compared> {
  const revision = await base();
  const earlier = await changesSince(git, revision.tree, revision.commit);
  return { base: revision, earlier, loose: new Map() };
}

/** The next commit, which may be one of some files, by an index of its own. */
async function next({ git, context }: CheckSession): Promise<Compared> {
  const [tree, own] = await Promise.all([workTree(git), withIndexOfHook(git, context)]);
  const [earlier, loose] = await Promise.all([staged(own, tree), unstaged(own, tree)]);
  return { base: { commit: "HEAD", name: "HEAD" }, earlier, loose };
}
