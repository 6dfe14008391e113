import type { BadInput } from "./bad-input.ts";
import { GOOD_PUBLICATION } from "./good-publication.ts";

const siteAllowing = (entries: string): string =>
  `${String(GOOD_PUBLICATION["site.yaml"])}public: [${entries}]\n`;

/** What contributors may put into `public/`, and what needs the owner's leave. */
export const PUBLIC_ROWS: readonly BadInput[] = [
  {
    name: "public files that act in the name of the publication, without the owner's leave",
    files: {
      "site.yaml": siteAllowing("public/quiz/, public/quizz.js"),
      "public/quiz/index.html": "<script src=quiz.js></script>",
      "public/quiz/quiz.js": "document.title = 'Quiz';",
      "public/page.html": "<script src=evil.js></script>",
      "public/evil.js": "trustedTypes.createPolicy('stet-search', {});",
      "public/data.xml": '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
      "public/google0123456789abcdef.html":
        "google-site-verification: <script src=evil.js></script>",
      "public/yandex_0123456789abcdef.html":
        "<html><body>Verification: 0123456789abcdef</body></html>",
      "public/_headers": "/*\n  Content-Security-Policy: default-src *\n",
      "public/CNAME": "elsewhere.example\n",
      "public/web.config": "<configuration/>",
      "public/vercel.json": "{}",
      "public/shell.php.txt": "<?php",
      "public/robots.txt": "User-agent: *\nDisallow: /\n",
      "public/later/feed.json": "{}",
      "public/.well-known/assetlinks.json": "[]",
      "public/.well-known/security.txt": "Contact: mailto:ada@paper.example\n",
      "public/reading room.pdf": "A document.",
      "public/ads.txt": "exchange.example, 1, DIRECT\n",
    },
    exit: 1,
    diagnostics: [
      ...[
        ".well-known/assetlinks.json",
        "CNAME",
        "_headers",
        "data.xml",
        "evil.js",
        "google0123456789abcdef.html",
        "later/feed.json",
        "page.html",
        "robots.txt",
        "shell.php.txt",
        "vercel.json",
        "web.config",
      ].map((file) => `public/not-allowed public/${file}:1:1`),
      "reference/public site.yaml:6:24",
    ],
  },
  {
    name: "leave for public files that are not there",
    files: { "site.yaml": siteAllowing("public/quiz.html, public/.htaccess") },
    exit: 0,
    diagnostics: ["reference/public site.yaml:6:10", "reference/public site.yaml:6:28"],
  },
  {
    name: "leave for what does not lie in public/",
    files: { "site.yaml": siteAllowing("quiz.html") },
    exit: 1,
    diagnostics: ["schema/value site.yaml:6:10"],
  },
  {
    name: "drawings in public/ that are more than that, shown by a text or not, whatever the owner allows",
    files: {
      "site.yaml": siteAllowing("public/"),
      "public/script.svg":
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
      "public/page.SVG": "<html xmlns='http://www.w3.org/1999/xhtml'/>",
      "public/good.svg": "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>",
    },
    exit: 1,
    diagnostics: ["public/unsafe public/page.SVG:1:1", "public/unsafe public/script.svg:1:1"],
  },
];
