import { createRequire } from "node:module";
import { join } from "node:path";
import { installedPackages } from "../npm-packages.ts";

/** Ghost's own renderers. */
export interface GhostRenderers {
  /** The HTML of a document of Lexical. */
  lexical: (document: string) => Promise<string>;
  /** The HTML of a document of Mobiledoc. */
  mobiledoc: (document: string) => string;
}

/** What of the packages is called. */
interface Packages {
  LexicalHTMLRenderer: new (options: { nodes: unknown }) => {
    render: (document: string, options: object) => Promise<string>;
  };
  DEFAULT_NODES: unknown;
  MobiledocHtmlRenderer: new (options: { cards: unknown; atoms: unknown }) => {
    render: (document: unknown, options: object) => string;
  };
  cards: unknown;
  atoms: unknown;
}

const NAMES = [
  "kg-lexical-html-renderer",
  "kg-default-nodes",
  "kg-mobiledoc-html-renderer",
  "kg-default-cards",
  "kg-default-atoms",
];

/** Installs the renderers that Ghost itself uses. Throws ToolMissing. */
export function installGhostRenderers(): GhostRenderers {
  const packages = installedPackages(import.meta.dirname);
  const load = createRequire(join(packages, "package.json"));
  const found = Object.assign({}, ...NAMES.map((name) => load(`@tryghost/${name}`))) as Packages;
  const options = {
    siteUrl: "https://old.example/",
    postUrl: "https://old.example/post/",
    siteUuid: "3f1b2c4d-0000-4000-8000-000000000000",
    canTransformImage: () => false,
    imageOptimization: {},
  };
  const lexical = new found.LexicalHTMLRenderer({ nodes: found.DEFAULT_NODES });
  const mobiledoc = new found.MobiledocHtmlRenderer({ cards: found.cards, atoms: found.atoms });
  return {
    lexical: (document) => lexical.render(document, options),
    mobiledoc: (document) => mobiledoc.render(JSON.parse(document), options),
  };
}
