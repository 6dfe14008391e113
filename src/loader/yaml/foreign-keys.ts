/** Keys of other generators and systems, by the key that says the same here. */
const SAME: Readonly<Record<string, string>> = {
  title: "headline heading name linktitle displayname fullname",
  name: "title fullname displayname sitename sitetitle",
  description:
    "summary excerpt subtitle subheading standfirst dek deck lede lead teaser intro abstract metadescription seodescription tagline desc descr blurb about bio",
  bio: "description about biography summary",
  date: "published publishedat publisheddate publisheddatetime publishedon pubdate publishdate publicationdate datepublished postdate created createdat createdon datecreated releasedate issued day",
  updated:
    "modified modifiedat modifieddate datemodified lastmod lastmodified lastmodifiedat lastupdated updatedat updateddate updatedon dateupdated revised",
  author: "authors by byline writer writers creator contributor contributors postedby",
  category: "categories section sections rubric primarycategory department",
  tags: "tag keywords keyword topics topic labels label tagged",
  image:
    "heroimage hero cover coverimage featuredimage featureimage featured_image thumbnail thumb banner bannerimage ogimage socialimage headerimage leadimage mainimage titleimage img picture photo images teaserimage preview",
  "image.alt":
    "heroalt heroimagealt imagealt coveralt alt imagedescription featuredimagealt thumbnailalt",
  "image.caption": "imagecaption covercaption caption herocaption featuredimagecaption",
  "image.credit": "imagecredit photocredit credit herocredit coverauthor",
  src: "url path file href source image filename",
  alt: "alttext alternative description title text",
  caption: "legend",
  credit: "attribution photographer copyright author by source",
  canonical: "canonicalurl canonicallink originalurl original",
  aliases: "alias redirectfrom redirects oldurls oldurl redirect previousurls",
  language: "lang locale languagecode defaultlanguage langcode",
  id: "guid uuid uid",
  kind: "type articletype contenttype format genre",
  kicker: "eyebrow overline topline pretitle supertitle strapline dachzeile",
  contents: "toc tableofcontents showtoc",
  pin: "pinned sticky featured",
  story: "series dossier collection",
  corrections: "correction corrected errata erratum",
  sponsor: "sponsoredby sponsors advertiser client",
  source: "agency origin via",
  comments:
    "commentsenabled allowcomments commentson commentable showcomments enablecomments discussion",
  ended: "end enddate closed",
  url: "baseurl site siteurl homepage website web link href permalink address",
  timezone: "tz timezonename zone",
  icon: "favicon siteicon",
  logo: "brand",
  colours: "colors color colour theme palette",
  type: "fonts font typography",
  accent: "color colour",
  order: "weight position sort sortorder priority rank",
  role: "title position job jobtitle beat",
  text: "content body message comment",
  handle: "username account user",
  network: "platform site",
  day: "date when",
  what: "title text note event description",
  most: "max maximum limit atmost",
  least: "min minimum limit atleast",
  note: "text description what reason message body",
};

/** The keys that a key of another system may be called here, as paths with points, likeliest first. */
export function keysFor(key: string): readonly string[] {
  return BY_KEY.get(normal(key)) ?? [];
}

const BY_KEY = new Map<string, string[]>();
for (const [ours, theirs] of Object.entries(SAME))
  for (const one of theirs.split(" "))
    BY_KEY.set(normal(one), [...(BY_KEY.get(normal(one)) ?? []), ours]);

function normal(key: string): string {
  return key.toLowerCase().replaceAll(/[\s_.-]+/g, "");
}

/** Whether a key says in other systems where a page stands, which the name of the file does here. */
export function isOfAddress(key: string): boolean {
  return /^(?:slug|permalink|url|path|link|uri|filename|basename)$/.test(normal(key));
}

/** What the press does by itself where other systems ask for a key, as a sentence without its full stop. */
export function needlessBecause(key: string): string | undefined {
  const name = normal(key);
  return NEEDLESS.find(([keys]) => keys.test(name))?.[1];
}

const NEEDLESS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:layout|template|view|theme|pagetype|postformat|bodyclass|cssclass|css)$/,
    "Stet chooses the layout of every article itself",
  ],
  [/^(?:readingtime|readtime|timetoread|wordcount|words|minutes)$/, "Stet counts the words itself"],
  [/^(?:next|prev|previous|related|relatedposts)$/, "Stet finds related articles itself"],
  [
    /^(?:markup|math|katex|mermaid|highlight|imports?|script|scripts|styles?)$/,
    "an article is text and loads nothing",
  ],
  [
    /^(?:og|opengraph|twitter|twittercard|seo|meta|robots|sitemap|changefreq|schema)/,
    "Stet writes the metadata for search engines and share cards itself",
  ],
];
