/** Identifiers and parts of file names that only this project used, and what stands in their place. */
const RETIRED: Readonly<Record<string, string>> = {
  ArticleReading: "IndexedArticle",
  BodyFacts: "BodyMetadata",
  BodyProblem: "BodyDiagnostic",
  BuildPlace: "BuildFolders",
  BundledPress: "BundledRenderer",
  Chrome: "SiteShell",
  Colophon: "Footer",
  DevDesk: "DevSession",
  DevEdition: "DevSnapshot",
  DevTrouble: "DevError",
  Dress: "ThemeInput",
  FurnitureStyles: "ComponentStyles",
  GoneView: "TakedownView",
  KeptComments: "ArchivedComments",
  KeptTree: "CachedTree",
  KnownAddresses: "PublishedUrls",
  KnownOutput: "EarlierOutput",
  LinePlace: "LineSpan",
  ListedCard: "ListedTeaser",
  Mentions: "References",
  Neighbours: "Pagination",
  OldNotice: "AgeNotice",
  OpenedPress: "OpenedRenderer",
  PageFacts: "PageSubject",
  PeriodShelf: "PeriodClient",
  PictureReading: "ExaminedImage",
  PingOrder: "PingOptions",
  ReferencePlaces: "ReferenceLocations",
  SectionBand: "CategoryBand",
  SectionLink: "CategoryLink",
  SectionView: "CategoryView",
  StoryBox: "StoryNav",
  TakenAddresses: "ReservedPaths",
  Tongue: "Locale",
  Withdrawal: "Takedown",
  currentPlan: "getRoutePlan",
  handOverPlan: "setRoutePlan",
  heldAddresses: "scheduledPaths",
  knownAddresses: "publishedUrls",
  madeOnce: "memoize",
  movedAddresses: "redirectsOf",
  nextWake: "nextPublishAt",
  openPress: "openRenderer",
  pathFilter: "incrementalPrerenderer",
  placeOf: "locationOf",
  placeOfKey: "locationOfKey",
  printFeed: "renderFeed",
  readCards: "readDataFiles",
  sectionTitle: "categoryTitle",
  strayParts: "misplacedComponents",
  surroundings: "context or options",
  unknownCard: "unknownDataFile",
  unsound: "invalid",
  valuePlaces: "valueLocations",
  withdrawals: "takedowns",
  wordsFor: "messagesFor",
};

/** Parts of identifiers that say a thing with its second word. `picture` alone is a key of posts, and an element of HTML. */
const RETIRED_PARTS: readonly (readonly [part: RegExp, meant: string])[] = [
  [/\b(?!HTMLPicture)\w*[a-z](?:Picture|PICTURE)\w*|\bpictures?[A-Z]\w*/g, "image"],
];

/** The same for the names of files, without their endings; a part of a name stands between hyphens. */
const RETIRED_FILES: readonly RegExp[] = [
  /^(?:print|printing|reading|indexing)-thread$/,
  /^print-/,
  /^handoff$/,
  /^chrome$/,
  /^made-once$/,
  /^path-filter$/,
  /^press(?:-|$)/,
  /-press$/,
  /^dev-(?:desk|edition|trouble)$/,
  /^law-/,
  /^words-[a-z]+$/,
  /(?:^|-)findings?$/,
  /-surroundings$/,
  /^(?:known|held|taken|moved)-addresses$/,
  /^withdrawals$/,
  /^furniture(?:-|$)/,
  /-shelf$/,
  /^stray-/,
  /^pictures?(?:-|$)/,
  /-pictures?$/,
  /^(?:kept|known|gone)-/,
  /(?<!-in)-places?$/,
  /-(?:cards?|facts)$/,
];

/** Where a name that was retired stands again, each `file:line: what, and what to write`. */
export function retiredNames(files: ReadonlyMap<string, string>): string[] {
  const word = new RegExp(`\\b(?:${Object.keys(RETIRED).join("|")})\\b`, "g");
  const found: string[] = [];
  for (const [file, text] of files) {
    const name = file.slice(file.lastIndexOf("/") + 1).replace(/\..*$/, "");
    if (RETIRED_FILES.some((retired) => retired.test(name)))
      found.push(`${file}:1: a file is no longer called ${name}`);
    for (const [at, line] of text.split("\n").entries()) {
      for (const [old] of line.matchAll(word))
        found.push(`${file}:${at + 1}: ${old}: write ${RETIRED[old] ?? ""}`);
      for (const [part, meant] of RETIRED_PARTS)
        for (const [old] of line.matchAll(part))
          found.push(`${file}:${at + 1}: ${old}: write ${meant}`);
    }
  }
  return found;
}
