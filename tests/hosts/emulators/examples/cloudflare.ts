import type { Example } from "./example.ts";

interface CloudflareConfig {
  product?: "pages" | "workers";
  notFoundHandling?: "404-page";
  headers?: string;
  redirects?: string;
}

const HEADERS = "https://developers.cloudflare.com/pages/configuration/headers/";
const REDIRECTS = "https://developers.cloudflare.com/pages/configuration/redirects/";
const SERVING = "https://developers.cloudflare.com/pages/configuration/serving-pages/";
const HTML =
  "https://developers.cloudflare.com/workers/static-assets/routing/advanced/html-handling/";
const WORKERS_CODE =
  "https://github.com/cloudflare/workers-sdk/tree/main/packages/workers-shared/asset-worker";

/** What Cloudflare's documentation states, as bundles, requests and answers. */
export const CLOUDFLARE_EXAMPLES: readonly Example<CloudflareConfig>[] = [
  {
    name: "every rule that matches adds its headers, and values of one header are joined",
    source: HEADERS,
    files: ["secure/page.html", "static/image.jpg", "static/styles.css", "home.html"],
    config: {
      headers: `# a comment
/secure/page
  X-Frame-Options: DENY
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer

/static/*
  Access-Control-Allow-Origin: *
  X-Robots-Tag: nosnippet

https://press.example/*
  X-Robots-Tag: noindex

https://elsewhere.example/*
  X-Elsewhere: yes
`,
    },
    answers: [
      {
        request: "/secure/page",
        status: 200,
        headers: {
          "x-frame-options": "DENY",
          "x-content-type-options": "nosniff",
          "referrer-policy": "no-referrer",
          "x-robots-tag": "noindex",
          "x-elsewhere": null,
        },
      },
      {
        request: "/static/styles.css",
        status: 200,
        headers: { "access-control-allow-origin": "*", "x-robots-tag": "nosnippet, noindex" },
      },
      { request: "/home", status: 200, headers: { "x-robots-tag": "noindex" } },
    ],
  },
  {
    name: "an exclamation mark detaches a header of an earlier rule",
    source: HEADERS,
    files: ["index.html", "a.jpg"],
    config: {
      headers:
        "/*\n  Content-Security-Policy: default-src 'self';\n\n/*.jpg\n  ! Content-Security-Policy\n",
    },
    answers: [
      {
        request: "/",
        status: 200,
        headers: { "content-security-policy": "default-src 'self';" },
      },
      { request: "/a.jpg", status: 200, headers: { "content-security-policy": null } },
    ],
  },
  {
    name: "a header that is detached above the rule that sets it stays",
    source: "https://github.com/cloudflare/cloudflare-docs/pull/32995",
    files: ["lwe/quadgrams.txt"],
    config: {
      headers: `/lwe/quadgrams.txt
  ! Cache-Control
/lwe/*
  Cache-Control: public, max-age=0, s-maxage=86400
`,
    },
    answers: [
      {
        request: "/lwe/quadgrams.txt",
        status: 200,
        headers: { "cache-control": "public, max-age=0, s-maxage=86400" },
      },
    ],
  },
  {
    name: "a header that is detached and set below the rule that sets it is replaced",
    source: "https://github.com/cloudflare/cloudflare-docs/pull/32995",
    files: ["lwe/quadgrams.txt"],
    config: {
      headers: `/lwe/*
  Cache-Control: public, max-age=0, s-maxage=86400
/lwe/quadgrams.txt
  ! Cache-Control
  Cache-Control: public, max-age=604800
`,
    },
    answers: [
      {
        request: "/lwe/quadgrams.txt",
        status: 200,
        headers: { "cache-control": "public, max-age=604800" },
      },
    ],
  },
  {
    name: "values of headers take over what placeholders match",
    source: HEADERS,
    files: ["movies/alien.html"],
    config: { headers: '/movies/:title\n  x-movie-name: You are watching ":title"\n' },
    answers: [
      {
        request: "/movies/alien",
        status: 200,
        headers: { "x-movie-name": 'You are watching "alien"' },
      },
    ],
  },
  {
    name: "redirects have queries, fragments, splats, placeholders and 302 as their default",
    source: REDIRECTS,
    files: ["home301.html"],
    config: {
      redirects: `/home301 / 301
/home302 / 302
/querystrings /?query=string 301
/twitch https://twitch.tv
/trailing /trailing/ 301
/notrailing/ /nottrailing 301
/page/ /page2/#fragment 301
/blog/* https://blog.my.domain/:splat
/products/:code/:name /products?code=:code&name=:name
`,
    },
    answers: [
      // Redirects are followed whether or not there is a file.
      { request: "/home301", status: 301, location: "/" },
      { request: "/home302", status: 302, location: "/" },
      { request: "/querystrings", status: 301, location: "/?query=string" },
      { request: "/twitch", status: 302, location: "https://twitch.tv/" },
      { request: "/trailing", status: 301, location: "/trailing/" },
      { request: "/notrailing/", status: 301, location: "/nottrailing" },
      { request: "/page/", status: 301, location: "/page2/#fragment" },
      { request: "/blog/a/b", status: 302, location: "https://blog.my.domain/a/b" },
      { request: "/products/1/tea", status: 302, location: "/products?code=1&name=tea" },
    ],
  },
  {
    name: "only the first rewrite applies to a request",
    source: REDIRECTS,
    files: ["a.html", "b.html", "c.html", "404.html"],
    config: { redirects: "/a /b 200\n/b /c 200\n" },
    answers: [
      { request: "/a", status: 200, file: "b.html" },
      { request: "/b", status: 200, file: "c.html" },
    ],
  },
  {
    name: "Pages redirects pages to their addresses without an ending",
    source: SERVING,
    files: ["contact.html", "about/index.html", "404.html"],
    config: {},
    answers: [
      { request: "/contact.html", status: 308, location: "/contact" },
      { request: "/contact", status: 200, file: "contact.html" },
      { request: "/contact/", status: 308, location: "/contact" },
      { request: "/about/index.html", status: 308, location: "/about/" },
      { request: "/about?from=feed", status: 308, location: "/about/?from=feed" },
      { request: "/about/", status: 200, file: "about/index.html" },
    ],
  },
  {
    name: "the nearest 404.html is sent",
    source: SERVING,
    files: ["404.html", "blog/404.html"],
    config: {},
    answers: [
      { request: "/blog/deep/nothing", status: 404, file: "blog/404.html" },
      { request: "/nothing", status: 404, file: "404.html" },
    ],
  },
  {
    name: "without a 404.html, Pages sends the home page for everything",
    source: SERVING,
    files: ["index.html"],
    config: {},
    answers: [{ request: "/help", status: 200, file: "index.html" }],
  },
  {
    name: "Pages adds headers of its own",
    source: SERVING,
    files: ["index.html"],
    config: {},
    answers: [
      {
        request: "/",
        status: 200,
        headers: {
          "access-control-allow-origin": "*",
          "referrer-policy": "strict-origin-when-cross-origin",
          "x-content-type-options": "nosniff",
          "cache-control": "public, max-age=0, must-revalidate",
          "content-type": "text/html; charset=utf-8",
        },
      },
    ],
  },
  {
    name: "Workers redirect pages with 307",
    source: HTML,
    files: ["file.html", "folder/index.html"],
    config: { product: "workers" },
    answers: [
      { request: "/file", status: 200, file: "file.html" },
      { request: "/file.html", status: 307, location: "/file" },
      { request: "/file/", status: 307, location: "/file" },
      { request: "/file/index", status: 307, location: "/file" },
      { request: "/file/index.html", status: 307, location: "/file" },
      { request: "/folder", status: 307, location: "/folder/" },
      { request: "/folder.html", status: 307, location: "/folder/" },
      { request: "/folder/", status: 200, file: "folder/index.html" },
      { request: "/folder/index", status: 307, location: "/folder/" },
      { request: "/folder/index.html", status: 307, location: "/folder/" },
    ],
  },
  {
    name: "of two files for one address, Workers send the one that is named exactly",
    source: WORKERS_CODE,
    files: ["both.html", "both/index.html", "file-bin", "file-bin.html"],
    config: { product: "workers" },
    answers: [
      { request: "/both", status: 200, file: "both.html" },
      { request: "/both/", status: 200, file: "both/index.html" },
      { request: "/both.html", status: 307, location: "/both" },
      { request: "/both/index", status: 307, location: "/both/" },
      { request: "/file-bin", status: 200, file: "file-bin" },
      { request: "/file-bin.html", status: 200, file: "file-bin.html" },
      { request: "/file-bin/", status: 404 },
      { request: "/file-bin/index.html", status: 404 },
    ],
  },
  {
    name: "Workers send 404.html only if they are configured to",
    source:
      "https://developers.cloudflare.com/workers/static-assets/routing/static-site-generation/",
    files: ["404.html"],
    config: { product: "workers", notFoundHandling: "404-page" },
    answers: [{ request: "/nothing", status: 404, file: "404.html" }],
  },
];
