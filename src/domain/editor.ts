/** The git hosts that the editor can write to. */
export type EditorHost = "github" | "gitlab";

/** Where the editor at `/admin/` reads and writes the publication, from `editor` of `site.yaml`. */
export interface Editor {
  host: EditorHost;
  /** `owner/repository`; at GitLab perhaps with groups inside groups. */
  repository: string;
  /** The branch that is published; the default branch of the repository if absent. */
  branch?: string;
  /** Path of the content folder in the repository, without slashes at its ends; empty where it is the root. */
  folder: string;
  /** Address of the REST API of a host of one's own, without a closing slash; that of the public host if absent. */
  api?: string;
  /** Origin of the server by which GitHub signs authors in. */
  auth?: string;
  /** Application ID of the OAuth application at GitLab. */
  app?: string;
  /** Whether each change becomes a branch with a pull request or merge request. */
  review: boolean;
}

/** Folder of the bundle that holds the editor, and nothing else. */
export const EDITOR_FOLDER = "admin";

const PUBLIC_APIS: Readonly<Record<EditorHost, string>> = {
  github: "https://api.github.com",
  gitlab: "https://gitlab.com/api/v4",
};

/** Address of the REST API. */
export function editorApi({ host, api }: Pick<Editor, "host" | "api">): string {
  return api ?? PUBLIC_APIS[host];
}
