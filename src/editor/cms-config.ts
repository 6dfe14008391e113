import type { CmsConfig } from "@sveltia/cms";
import { editorApi } from "../domain/editor.ts";
import type { Editor } from "../domain/editor.ts";
import type { Publication } from "../domain/publication.ts";
import { collectionOf, editedFiles } from "./collections.ts";
import type { FileShape } from "./file-shape.ts";

/** Name of the configuration, beside the page of the editor. */
export const EDITOR_CONFIG = "config.json";

/** What that file holds. */
export interface EditorConfig {
  /** Origin of the git host's API. */
  api: string;
  /** For Sveltia CMS, as https://sveltiacms.app/en/docs describes it. */
  cms: CmsConfig;
  /** How the files of each collection are read and written. */
  shapes: Readonly<Record<string, FileShape>>;
}

/** Collections that are there for files that an importer brought, by the ending of these. */
const IMPORTED = { "articles-md": "articles", "pages-md": "pages" } as const;

/** The text of that file. */
export function editorConfigText(
  publication: Parameters<typeof editorConfig>[0],
  editor: Editor,
): string {
  return `${JSON.stringify(editorConfig(publication, editor), null, 1)}\n`;
}

/** The configuration of the editor; it follows from `site.yaml`, and from whether there are imported texts. */
export function editorConfig(
  { site, articles, pages }: Pick<Publication, "site" | "articles" | "pages">,
  editor: Editor,
): EditorConfig {
  const imported = {
    articles: articles.some(({ format }) => format === "md"),
    pages: pages.some(({ format }) => format === "md"),
  };
  const files = editedFiles(site).filter(
    ({ name }) =>
      !Object.hasOwn(IMPORTED, name) || imported[IMPORTED[name as keyof typeof IMPORTED]],
  );
  return {
    api: new URL(editorApi(editor)).origin,
    cms: {
      load_config_file: false,
      backend: backendOf(editor),
      publish_mode: editor.review ? "editorial_workflow" : "simple",
      site_url: site.origin + site.base,
      app_title: site.name,
      // Of pictures that no collection has a place for: what `public/` holds is published as it is.
      media_folder: `${editor.folder === "" ? "" : `${editor.folder}/`}public`,
      public_folder: "/",
      media_libraries: {
        default: { config: { slugify_filename: true } },
        stock_assets: false,
      },
      // Whatever an article holds, nothing of it runs here.
      editor: { preview: false },
      show_preview_links: false,
      slug: {
        // Of texts in other letters nothing would be left.
        encoding: isLatin(site.language) ? "ascii" : "unicode",
        clean_accents: isLatin(site.language),
        maxlength: 60,
        timezone: "local",
      },
      collections: files.map((one) => collectionOf(one, editor.folder)),
    } as CmsConfig,
    shapes: Object.fromEntries(files.map(({ name, shape }) => [name, shape])),
  };
}

/** Whether a language is written in Latin letters, by its tag. */
function isLatin(language: string): boolean {
  return new Intl.Locale(language).maximize().script === "Latn";
}

/** How the git host is reached, and how authors sign in: by a token of their own, or by the server or application named. */
function backendOf(editor: Editor): object {
  const { host, repository, branch, api, auth, app } = editor;
  const { origin } = new URL(editorApi(editor));
  const messages = {
    create: "Add {{path}}",
    update: "Change {{path}}",
    delete: "Remove {{path}}",
    uploadMedia: "Add {{path}}",
    deleteMedia: "Remove {{path}}",
  };
  return {
    name: host,
    repo: repository,
    ...(branch === undefined ? {} : { branch }),
    ...(api === undefined ? {} : { api_root: api, graphql_api_root: `${origin}/api/graphql` }),
    ...(host === "github" && auth !== undefined ? { base_url: auth } : {}),
    ...(host === "gitlab" && app !== undefined
      ? { auth_type: "pkce", app_id: app, ...(api === undefined ? {} : { base_url: origin }) }
      : {}),
    auth_methods: auth === undefined && app === undefined ? ["token"] : ["oauth", "token"],
    commit_messages: messages,
  };
}
