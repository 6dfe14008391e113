/** The files of a new project around its content, by path. */
export interface ProjectOptions {
  /** Name of the publication. */
  name: string;
  /** Where npm finds Stet: a version, or `file:` and a path. */
  stet: string;
}

/** Scripts of a project, by name. */
const PROJECT_SCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "start",
    "dev",
    "build",
    "check",
    "hook",
    "review",
    "article",
    "media",
    "hosts",
    "verify",
    "upload",
    "ping",
    "due",
  ].map((name) => [name, `stet ${name}`]),
);

export const PACKAGE_NAME = "@stet-press/stet";

/**
 * The `package.json` of a project: the one that is there, with what Stet needs added, and `private`, which keeps
 * `npm publish` from sending it to a registry. Nothing that stands there is changed. Throws a SyntaxError where it is no
 * JSON object.
 */
export function packageManifest(existing: string | undefined, { stet }: ProjectOptions): string {
  const manifest: unknown = existing === undefined ? {} : JSON.parse(existing);
  if (typeof manifest !== "object" || manifest === null || Array.isArray(manifest))
    throw new SyntaxError("package.json holds no object.");
  const { scripts, dependencies, devDependencies, ...rest } = manifest as Record<string, unknown>;
  const isThere = [dependencies, devDependencies].some(
    (one) => typeof one === "object" && one !== null && PACKAGE_NAME in one,
  );
  const merged = {
    ...("private" in rest ? {} : { private: true }),
    ...rest,
    scripts: { ...PROJECT_SCRIPTS, ...(scripts as object | undefined) },
    dependencies: {
      ...(dependencies as object | undefined),
      ...(isThere ? {} : { [PACKAGE_NAME]: stet }),
    },
    ...(devDependencies === undefined ? {} : { devDependencies }),
  };
  return `${JSON.stringify(merged, null, 2)}\n`;
}

export const GITIGNORE_FILE = ".gitignore";

/** What git leaves out: what builds make. Not left out is Stet's own package, which others install from here. */
export const GITIGNORE = `node_modules/
/dist/
/dist.status.json
/review/
/.cache/
/.stet/
/.*.stet-lock
!/stet-press-stet-*.tgz
`;

export const GITATTRIBUTES_FILE = ".gitattributes";

/** Texts have the same bytes on every machine, and git stores no line ends of Windows. */
export const GITATTRIBUTES = `* text=auto eol=lf
`;

/** A `.gitignore` as it is, with those lines of another one at its end that it lacks. */
export function gitignoreWith(existing: string | undefined, added: string): string {
  if (existing === undefined || existing.trim() === "") return added;
  const isSame = (pattern: string): string => pattern.trim().replace(/^\/|\/$/g, "");
  const there = new Set(existing.split("\n").map(isSame));
  const missing = added.split("\n").filter((line) => line !== "" && !there.has(isSame(line)));
  if (missing.length === 0) return existing;
  const end = existing.includes("\r\n") ? "\r\n" : "\n";
  const gap = existing.endsWith("\n") ? end : end + end;
  return [existing + gap + missing[0], ...missing.slice(1), ""].join(end);
}

/** What a stranger has to know of the project, in ten lines. */
export function readmeText({ name }: ProjectOptions): string {
  return `# ${name}

\`npm install\` once, then \`npm run dev\` shows the publication while you write.

- Articles are the files in \`content/articles/\`; \`npx --no-install stet article "A headline"\` makes one, a draft.
- \`npm run check\` says what is wrong, and what to type instead; \`npm run hook\`, once in each clone, has git ask it before a commit.
- \`npm run build\` writes the publication into \`dist/\`, which any web server can serve; \`npm start\` serves it here.
- \`.github/workflows/publish.yml\` publishes every commit, and what is scheduled, on GitHub Pages.
- \`.github/workflows/review.yml\` reviews every pull request, and \`review-comment.yml\` writes that as a comment on it.
- \`content/site.yaml\` has the name, the address and the looks. The guides are in \`node_modules/@stet-press/stet/docs/\`:
  \`writing.md\`, \`components.md\`, \`content.md\`, \`make-it-yours.md\`; \`npx --no-install stet --help\` lists all commands.
`;
}
