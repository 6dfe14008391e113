import { z } from "astro/zod";
import type { Editor } from "../domain/editor.ts";

/** A host with a name; for trials, one on this computer, which browsers trust without https. */
const SERVER = /^(?:https:\/\/[a-z\d.-]+|http:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?(?=\/|$)/;

const GITHUB_RULE = "must be the owner and the name of a repository, such as paper/site";
const GITLAB_RULE = "must be the path of a project, such as paper/site or group/paper/site";

/** A part of a repository's path: neither `.` nor `..`. */
const PART = String.raw`(?!\.{1,2}(?:\/|$))[\w.-]+`;
const GITHUB_PATH = new RegExp(`^${PART}/${PART}$`);
const GITLAB_PATH = new RegExp(`^${PART}(?:/${PART}){1,20}$`);

/** The path of a repository. Its address, which people copy from a browser, is no path, but tells it. */
function repository(path: RegExp, rule: string) {
  const isPath = (text: string): boolean => path.test(text) && !text.endsWith(".git");
  return z
    .string()
    .trim()
    .superRefine((written, context) => {
      if (isPath(written)) return;
      const inAddress = written
        .replace(/^(?:https?:\/\/|git@)[^/:]+[/:]/, "")
        .replace(/(?:\.git)?\/?$/, "");
      context.addIssue({
        code: "custom",
        message: rule,
        params: isPath(inAddress) ? { offered: inAddress } : {},
      });
    });
}

/** `editor` of `site.yaml`: the git host that the editor in the browser writes to. */
export const editorSchema = z
  .strictObject({
    github: repository(GITHUB_PATH, GITHUB_RULE)
      .optional()
      .meta({ example: "WRITE-THE-OWNER-HERE/WRITE-THE-REPOSITORY-HERE" })
      .describe("The repository at GitHub, such as `paper/site`."),
    gitlab: repository(GITLAB_PATH, GITLAB_RULE)
      .optional()
      .meta({ example: "WRITE-THE-GROUP-HERE/WRITE-THE-PROJECT-HERE" })
      .describe("The project at GitLab, such as `paper/site`."),
    branch: z
      .string()
      .trim()
      .regex(
        /^(?![/.-])(?!.*(?:\.\.|\/\/|\/\.|@\{))[\w./@+-]+(?<![/.])$/,
        "must be the name of a branch, such as main",
      )
      .optional()
      .meta({ example: "main" })
      .describe("The branch that is published; the default branch of the repository if absent."),
    folder: z
      .string()
      .trim()
      .transform((path) => path.replace(/^\.\/|(?<!\/)\/+$/g, ""))
      .refine(
        (path) => path === "." || !/(?:^|\/)\.{0,2}(?:\/|$)|[\\:*?"<>|]/.test(path),
        "must be the path of the content folder in the repository, such as content",
      )
      .default("content")
      .meta({ example: "content" })
      .describe(
        "Path of the content folder in the repository; `.` if it is the repository itself.",
      ),
    review: z
      .boolean("must be true or false")
      .default(false)
      .meta({ example: "true" })
      .describe(
        "Whether each change becomes a branch and a pull request (at GitLab a merge request), to be published when someone merges it.",
      ),
    api: z
      .string()
      .trim()
      .regex(SERVER, "must be an address such as https://git.paper.example/api/v3")
      .refine((url) => URL.canParse(url) && !/[?#]/.test(url), "must be an address without ? and #")
      .transform((url) => url.replace(/(?<!\/)\/+$/, ""))
      .optional()
      .meta({ example: "https://WRITE-THE-HOST-HERE/api/v4" })
      .describe(
        "Address of the REST API of a host of your own: `https://git.paper.example/api/v3` for GitHub Enterprise, `/api/v4` for GitLab.",
      ),
    auth: z
      .string()
      .trim()
      .regex(
        new RegExp(`${SERVER.source}\\/?$`),
        "must be the origin of a server, such as https://auth.paper.example",
      )
      .transform((url) => url.replace(/\/$/, ""))
      .optional()
      .meta({ example: "https://WRITE-THE-HOST-HERE" })
      .describe(
        "For GitHub: origin of your Sveltia CMS Authenticator, by which authors sign in without a token.",
      ),
    app: z
      .string()
      .trim()
      .regex(/^[\w-]{8,100}$/, "must be the application ID that GitLab gives")
      .optional()
      .meta({ example: "WRITE-THE-ID-HERE" })
      .describe(
        "For GitLab: ID of the OAuth application by which authors sign in without a token.",
      ),
  })
  .superRefine((given, context) => {
    const fault = combinationFault(given);
    if (fault !== undefined) context.addIssue({ code: "custom", ...fault });
  });

type EditorFile = z.infer<typeof editorSchema>;

/** What does not go together: a host is named once, and each host has its own way to sign in. */
function combinationFault({
  github,
  gitlab,
  auth,
  app,
}: Partial<EditorFile>): { message: string; path?: string[] } | undefined {
  if ((github === undefined) === (gitlab === undefined))
    return { message: "must hold either `github` or `gitlab`" };
  if (auth !== undefined && gitlab !== undefined)
    return { message: "is for GitHub; GitLab signs authors in by `app`", path: ["auth"] };
  if (app !== undefined && github !== undefined)
    return { message: "is for GitLab; GitHub signs authors in by `auth`", path: ["app"] };
  return undefined;
}

/** Where the editor writes, from the valid `editor` of `site.yaml`. */
export function editorFrom(file: EditorFile): Editor {
  const { github, gitlab, folder, branch, api, auth, app, review } = file;
  return {
    host: github === undefined ? "gitlab" : "github",
    repository: github ?? gitlab ?? "",
    folder: folder === "." ? "" : folder,
    review,
    ...(branch === undefined ? {} : { branch }),
    ...(api === undefined ? {} : { api }),
    ...(auth === undefined ? {} : { auth }),
    ...(app === undefined ? {} : { app }),
  };
}
