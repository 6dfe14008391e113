import { guidePath } from "../domain/guide-path.ts";
// What each command of Stet takes, and says of itself under --help.
import { HOST_NAMES } from "../domain/host-names.ts";
import { FIRST_PORT } from "../deploy/listen.ts";
import type { Command } from "./command-options.ts";

export const DONE = "done";
export const REFUSED = "an option, a setting or a folder is invalid; nothing was written";
export const FAILED = "a failure of the disk, a tool or Stet itself";

const BUILT = {
  0: "done; there may be warnings",
  1: "the content has errors; nothing was written",
  2: REFUSED,
  3: "another build uses the same working folder or output folder",
  4: "a failure of a component, a page that refers to a missing file, the disk or Stet itself",
} as const;

const PORT = {
  kind: "number",
  value: "PORT",
  from: 1,
  to: 65_535,
  default: FIRST_PORT,
  says: "the port on this machine; if it is in use, the next free one",
} as const;

/** The commands that a publication is run with, by name. */
export const COMMANDS = {
  new: {
    name: "new",
    does: "Makes a new publication in a folder. In a terminal it asks for what is not given as an option.",
    operands: { usage: "DIR", says: "the folder; it must be empty, or not exist", most: 1 },
    options: {
      name: { kind: "text", value: "NAME", says: "name of the publication" },
      url: { kind: "text", value: "URL", says: "where readers will find it" },
      language: { kind: "text", value: "TAG", says: "its language: en, fr, pt-BR" },
      timezone: { kind: "text", value: "ZONE", says: "its time zone: Europe/London" },
      section: { kind: "texts", value: "NAME", says: "a section; repeatable" },
      empty: { kind: "flag", says: "without articles, for those who bring their own" },
    },
    exitCodes: {
      0: DONE,
      2: "the folder or an answer cannot be used; nothing was written",
      4: FAILED,
    },
    example: "my-paper --language fr --section Ville --section Port",
  },
  article: {
    name: "article",
    does: "Makes the file of a new article, and prints its path.",
    operands: { usage: "HEADLINE", says: "the headline, in quotation marks", most: 1 },
    options: {
      category: {
        kind: "text",
        value: "SLUG",
        says: "a file in content/categories/, without .yaml",
      },
      author: { kind: "texts", value: "SLUG", says: "a file in content/authors/; repeatable" },
      slug: { kind: "text", value: "SLUG", says: "name of the file (default: from the headline)" },
    },
    exitCodes: { 0: DONE, 2: "something is missing or not known; nothing was written", 4: FAILED },
    example: '"The ferry runs again" --category news',
  },
  keep: {
    name: "keep",
    does: "Keeps a post of a social network as a file of the publication, and prints its path and the line that shows it in an article. Nothing is fetched from the network.",
    operands: {
      usage: "URL|FILE",
      says: "the address of the post; or a file with what its network answers for it: oEmbed, ActivityPub, Mastodon's API or Bluesky's, as JSON",
      most: 1,
    },
    options: {
      text: { kind: "text", value: "TEXT", says: "what it says, word for word" },
      author: { kind: "text", value: "NAME", says: "who wrote it, as the account shows it" },
      date: { kind: "text", value: "DATE", says: "when: 2026-03-05, or 2026-03-05T08:00:00+01:00" },
      handle: { kind: "text", value: "NAME", says: "the name of the account: @example" },
      network: { kind: "text", value: "NAME", says: "the network, if its address does not tell" },
      language: {
        kind: "text",
        value: "TAG",
        says: "the language of the post, if it is not the publication's",
      },
      image: { kind: "text", value: "FILE", says: "a picture of it, which is copied beside it" },
      alt: { kind: "text", value: "TEXT", says: "what the picture shows; required with it" },
      url: { kind: "text", value: "URL", says: "the address, if the file does not say it" },
      slug: {
        kind: "text",
        value: "SLUG",
        says: "name of the file (default: from the author and the text)",
      },
      force: { kind: "flag", says: "replaces a post that is kept already" },
    },
    exitCodes: {
      0: DONE,
      1: "the post is kept already; nothing was written",
      2: "something is missing or cannot be used; nothing was written",
      4: FAILED,
    },
    example: 'answer.json --image gates.jpg --alt "Two gates, both open."',
  },
  correct: {
    name: "correct",
    does: "Writes a correction of this moment into the front matter of a published article, and changes nothing else in the file.",
    operands: {
      usage: "ARTICLE NOTE",
      says: "the path, address, id or name of the article; what was wrong and what is right, in quotation marks",
      most: 2,
    },
    options: {
      force: { kind: "flag", says: "writes a note that the article has already" },
    },
    exitCodes: {
      0: DONE,
      2: "the article or the note cannot be used; nothing was written",
      4: FAILED,
    },
    example: 'the-ferry-runs-again "It runs at nine, not at eight."',
  },
  start: {
    name: "start",
    does: "Builds the publication, then serves the bundle on this machine until Ctrl-C.",
    options: { port: PORT },
    exitCodes: { ...BUILT, 0: "ended by Ctrl-C" },
    example: "--port 8080",
  },
  dev: {
    name: "dev",
    does: "Starts the development server, until Ctrl-C. Pages reload automatically; an overlay shows errors in the content until they are fixed.",
    options: {
      port: PORT,
      published: { kind: "flag", says: "hides drafts and scheduled articles, as readers see it" },
    },
    exitCodes: { 0: "ended by Ctrl-C", 2: REFUSED, 4: FAILED },
    example: "--port 8080",
  },
  build: {
    name: "build",
    does: "Checks the content, renders what changed, and publishes to the output folder.",
    options: {
      clean: { kind: "flag", says: "renders everything" },
      drafts: {
        kind: "flag",
        says: "shows drafts and scheduled articles too: a preview for the newsroom, which no search engine indexes",
      },
      compress: {
        kind: "flag",
        says: "puts compressed copies (.br, .gz) beside files, for a server of your own that sends them",
      },
      "on-failure": {
        kind: "text",
        value: "COMMAND",
        says: "runs a command of yours in a shell when the build fails; STET_STATUS is the path of the status file",
      },
      astro: {
        kind: "flag",
        says: "renders all pages with Astro itself, without the string runtime: the same output, but slower",
      },
      pagefind: {
        kind: "flag",
        says: "makes Pagefind index every article itself, to verify Stet: the files are the same",
      },
    },
    exitCodes: BUILT,
    example: "--clean",
  },
  check: {
    name: "check",
    does: "Checks the content and writes no page.",
    operands: {
      usage: "[BASE]",
      says: "with --changed: the revision to compare with; by default where the work left the default branch",
      most: 1,
    },
    options: {
      all: { kind: "flag", says: "shows every warning; by default only a few of each kind" },
      fix: {
        kind: "flag",
        says: "carries out every remedy that is certain, and tells what is left",
      },
      "dry-run": {
        kind: "flag",
        says: "with --fix: prints as a diff what would change, and writes nothing",
      },
      changed: {
        kind: "flag",
        says: "tells only of what differs from BASE, and of what that breaks elsewhere",
      },
      staged: { kind: "flag", says: "the same of what would be committed now" },
      watch: {
        kind: "flag",
        says: "checks again after every change, and tells what is new and what is gone",
      },
      format: {
        kind: "text",
        value: "FORMAT",
        default: "text",
        says: "how problems are printed: text, json, github (annotations of GitHub Actions) or sarif",
      },
      json: {
        kind: "flag",
        says: `the same as --format json, as described in ${guidePath("check.md")}`,
      },
    },
    exitCodes: {
      0: "no errors among what was told; there may be warnings",
      1: "the content has errors",
      2: REFUSED,
      4: FAILED,
    },
    example: "--all",
  },
  rename: {
    name: "rename",
    does: "Renames or moves an article, a standing page, or the file of an author, a section or a story, with all that names it. The old address leads to the new one, and feed readers go on knowing an article.",
    operands: {
      usage: "OLD NEW",
      says: "OLD is a path, an address, an id or a slug; NEW a slug, which keeps the folder, or for an article also 2026/04/slug",
      most: 2,
    },
    options: {
      date: { kind: "text", value: "DATE", says: "gives an article another date as well" },
      "dry-run": { kind: "flag", says: "shows what would be written, and writes nothing" },
      finish: { kind: "flag", says: "finishes a rename that was interrupted" },
    },
    exitCodes: {
      0: DONE,
      2: "a name is not known, taken or not allowed, or a file has errors; nothing was written",
      4: FAILED,
    },
    example: "content/articles/2026/03/lock.mdx 2026/04/lock-opens",
  },
  hook: {
    name: "hook",
    does: "Has git check what is about to be committed, before each commit. Errors stop the commit, warnings do not.",
    options: { remove: { kind: "flag", says: "takes the hook away again" } },
    exitCodes: {
      0: DONE,
      2: "there is a hook of another program's, or no repository; nothing was written",
      4: FAILED,
    },
    example: "--remove",
  },
  review: {
    name: "review",
    does: "Writes a review of what changed since a git revision. It tells problems, changed addresses and words, and shows each changed article as it looks on the front page, in feeds, in search and when it is shared.",
    options: {
      base: {
        kind: "text",
        value: "REV",
        says: "the revision to compare with: a branch, a tag or a commit; required",
      },
      out: {
        kind: "text",
        value: "PATH",
        says: "a folder for the page, its pictures and the Markdown; or a file NAME.md for the Markdown alone",
        default: "review",
      },
      drafts: {
        kind: "flag",
        says: "shows drafts and scheduled articles too: for reviews that nobody reads but the newsroom",
      },
    },
    exitCodes: {
      0: "the review was written, whatever it tells",
      2: "the revision, an option, a setting or a folder is invalid; nothing was written",
      4: FAILED,
    },
    example: "--base main",
  },
  due: {
    name: "due",
    does: "Says when something is next to be published, by the status file of the last build. For jobs: build if the exit code is 0.",
    options: {},
    exitCodes: {
      0: "something is due now, or nothing was built yet",
      1: "nothing is due now",
      2: REFUSED,
      4: FAILED,
    },
    example: "&& npm run build",
  },
  media: {
    name: "media",
    does: "Keeps pictures, films, recordings and PDFs outside git, in the media store that site.yaml names.",
    options: {
      adopt: {
        kind: "flag",
        says: "lists what the store has besides, by its paths there: articles/2026/03/lock.jpg",
      },
      fetch: {
        kind: "flag",
        says: "lists and sends nothing; fetches every listed file that is not in the content folder",
      },
    },
    exitCodes: {
      0: DONE,
      1: "the list or a file is not as it should be; what is sound was done",
      2: "an option, a setting or site.yaml is invalid; nothing was done",
      4: "a failure of the connection to the store, rclone, the disk or Stet itself",
    },
    example: "--fetch",
  },
  hosts: {
    name: "hosts",
    does: "Writes the configuration of a host for this publication: types, headers, redirects and the page for missing addresses.",
    options: {
      for: {
        kind: "text",
        value: "HOST",
        says: `the host: ${HOST_NAMES.join(", ")}; required`,
      },
      out: {
        kind: "text",
        value: "FOLDER",
        says: "where to write it (default: hosts/ and the name of the host)",
      },
    },
    exitCodes: {
      0: DONE,
      1: "the content has errors; nothing was written",
      2: REFUSED,
      4: FAILED,
    },
    example: "--for nginx",
  },
  import: {
    name: "import",
    does: "Imports an archive of another system into a content folder, with a ledger of what became of everything in it. Nothing is fetched from the network.",
    operands: {
      usage: "SYSTEM PATH…",
      says: "wordpress and its export files, ghost and its export files, or markdown and the folder of the site",
      most: 1000,
    },
    options: {
      out: {
        kind: "text",
        value: "DIR",
        says: "the content folder to write: one that is empty, does not exist, or is of an earlier import; required",
      },
      from: {
        kind: "text",
        value: "GENERATOR",
        says: "what made a site of Markdown: hugo, jekyll, astro, eleventy or docusaurus",
      },
      uploads: { kind: "text", value: "DIR", says: "the uploaded files of the old site" },
      base: {
        kind: "text",
        value: "URL",
        says: "address of the site, if the archive does not say it or another is wanted",
      },
      map: {
        kind: "text",
        value: "FILE",
        says: `a YAML file with your decisions on categories, tags, authors and losses (${guidePath("moving-in.md")})`,
      },
      "dry-run": { kind: "flag", says: "reads and converts everything, and writes nothing" },
      force: { kind: "flag", says: "overwrites what was changed since an earlier import" },
    },
    exitCodes: {
      0: "everything was imported, or left out for a stated reason",
      1: "imported, but the check finds errors, words were lost, or something is not accounted for",
      2: "the archive, an option or the folder cannot be used; nothing was written",
      4: FAILED,
    },
    example: "wordpress export.xml --uploads uploads --out content",
  },
  verify: {
    name: "verify",
    does: "Compares a bundle with its manifest of hashes, and finds missing files that its pages refer to.",
    operands: { usage: "[FOLDER]", says: "the bundle; the output folder by default", most: 1 },
    options: {},
    exitCodes: {
      0: "the bundle is complete",
      1: "it differs from its manifest, or lacks a file that it refers to",
      2: REFUSED,
      4: FAILED,
    },
    example: "/srv/www",
  },
  ping: {
    name: "ping",
    does: "Notifies the WebSub hub in site.yaml of the feeds that a deployment has changed. One of the first two options is required.",
    options: {
      base: {
        kind: "text",
        value: "FILE",
        says: "the stet-manifest.jsonl that was public before",
      },
      all: { kind: "flag", says: "announces every feed" },
    },
    exitCodes: {
      0: "the hub was notified, or nothing has changed",
      2: REFUSED,
      4: "the hub could not be notified",
    },
    example: "--base before.jsonl",
  },
  upload: {
    name: "upload",
    does: "Uploads the changed files of the bundle to the public site, with rclone.",
    options: {
      to: {
        kind: "text",
        value: "TARGET",
        says: "the target, in rclone's notation: remote:bucket/path, or a folder outside the bundle; required",
      },
      before: { kind: "text", value: "FILE", says: "saves the manifest that was public before" },
      "dry-run": { kind: "flag", says: "shows what would be sent, and sends nothing" },
      preview: { kind: "flag", says: "sends a preview that was built with --drafts" },
      all: { kind: "flag", says: "sends everything" },
      copies: {
        kind: "flag",
        says: "sends the compressed copies too, for a server of your own that serves them",
      },
      encoding: {
        kind: "text",
        value: "gzip|br",
        says: "stores compressed bytes under the plain names, with Content-Encoding; needs build --compress",
      },
      grace: {
        kind: "number",
        value: "SECONDS",
        from: 0,
        to: 3600,
        default: 30,
        says: "how long readers who were loading a page find what only the old bundle has, before it is removed",
      },
      keep: {
        kind: "number",
        value: "N",
        from: 0,
        to: 1000,
        default: undefined,
        says: "keeps what this replaces, so that the last N bundles can be made public again; 0 deletes all that was kept",
      },
      kept: {
        kind: "text",
        value: "TARGET",
        says: "where that is kept; by default in .stet-kept/ at the target, which readers must not reach",
      },
      history: { kind: "flag", says: "lists the bundles that can be made public again" },
      rollback: {
        kind: "text",
        value: "ID",
        says: "makes one of them public again: its name in that list, or 'previous'",
      },
      yes: {
        kind: "flag",
        says: "makes pages public again too that were removed or taken down since then",
      },
    },
    exitCodes: {
      0: DONE,
      1: "the bundle differs from its manifest; nothing was sent",
      2: "an option, a setting or the target is invalid",
      4: "a failure of the connection to the host, rclone or Stet itself",
    },
    example: "--to public:paper --before before.jsonl",
  },
} as const satisfies Record<string, Command>;
