import type { VercelConfig } from "../vercel-config.ts";
import type { Example } from "./example.ts";

const CONFIG = "https://vercel.com/docs/project-configuration/vercel-json";
const REDIRECTS = "https://vercel.com/docs/routing/redirects/configuration-redirects";
const QUERIES =
  "https://vercel.com/kb/guide/how-do-i-perform-vercel-redirects-based-on-query-strings";
/** Vercel's own conversion of the configuration to a list of routes, where documentation is silent. */
const CODE = "https://github.com/vercel/vercel/tree/main/packages/routing-utils";

/** What Vercel's documentation states, as bundles, requests and answers. */
export const VERCEL_EXAMPLES: readonly Example<VercelConfig>[] = [
  {
    name: "cleanUrls takes the ending off pages",
    source: CONFIG,
    files: ["about.html", "index.html", "news/index.html"],
    config: { cleanUrls: true },
    answers: [
      { request: "/about", status: 200, file: "about.html" },
      { request: "/about.html", status: 308, location: "/about" },
      { request: "/news/index.html", status: 308, location: "/news" },
      { request: "/index.html", status: 308, location: "/" },
    ],
  },
  {
    name: "without cleanUrls, a page is at its own name",
    source: CONFIG,
    files: ["about.html"],
    config: {},
    answers: [
      { request: "/about.html", status: 200, file: "about.html" },
      { request: "/about", status: 404 },
    ],
  },
  {
    name: "trailingSlash false takes slashes off",
    source: CONFIG,
    files: ["about/index.html"],
    config: { trailingSlash: false },
    answers: [
      { request: "/about/", status: 308, location: "/about" },
      { request: "/about", status: 200, file: "about/index.html" },
    ],
  },
  {
    name: "trailingSlash true adds slashes, but not to files",
    source: CONFIG,
    files: ["about/index.html", "about/styles.css"],
    config: { trailingSlash: true },
    answers: [
      { request: "/about", status: 308, location: "/about/" },
      { request: "/about/", status: 200, file: "about/index.html" },
      { request: "/about/styles.css", status: 200, file: "about/styles.css" },
      { request: "/about/styles", status: 308, location: "/about/styles/" },
    ],
  },
  {
    name: "without trailingSlash, both addresses of a folder have its page",
    source: CONFIG,
    files: ["about/index.html"],
    config: {},
    answers: [
      { request: "/about", status: 200, file: "about/index.html" },
      { request: "/about/", status: 200, file: "about/index.html" },
    ],
  },
  {
    name: "redirects are permanent unless they state otherwise",
    source: REDIRECTS,
    config: {
      redirects: [
        { source: "/me", destination: "/profile.html" },
        { source: "/user", destination: "/api/user", permanent: false },
        { source: "/view-source", destination: "https://github.com/vercel/vercel" },
        { source: "/old", destination: "/new", statusCode: 301 },
      ],
    },
    answers: [
      { request: "/me", status: 308, location: "/profile.html" },
      { request: "/user", status: 307, location: "/api/user" },
      { request: "/view-source", status: 308, location: "https://github.com/vercel/vercel" },
      { request: "/old", status: 301, location: "/new" },
    ],
  },
  {
    name: "sources are patterns whose parts a destination takes over",
    source: CONFIG,
    config: {
      redirects: [
        { source: "/blog/:path*", destination: "/news/:path*" },
        { source: "/post/:path(\\d{1,})", destination: "/news/:path*" },
      ],
    },
    answers: [
      { request: "/blog/a/b", status: 308, location: "/news/a/b" },
      { request: "/post/123", status: 308, location: "/news/123" },
      { request: "/post/hello-world", status: 404 },
    ],
  },
  {
    name: "a redirect with a condition is for requests that meet it, and keeps their query",
    source: QUERIES,
    files: ["specific/mypath"],
    config: {
      redirects: [
        {
          source: "/specific/:path*",
          has: [{ type: "query", key: "page", value: "home" }],
          permanent: false,
          destination: "/another/:path*",
        },
      ],
    },
    answers: [
      {
        request: "/specific/mypath?page=home&id=1000",
        status: 307,
        location: "/another/mypath?page=home&id=1000",
      },
      { request: "/specific/mypath?page=away", status: 200, file: "specific/mypath" },
      { request: "/specific/mypath", status: 200, file: "specific/mypath" },
    ],
  },
  {
    name: "named groups of a condition are parts of the destination, over those of the source",
    source: CODE,
    config: {
      redirects: [
        {
          source: "/",
          has: [{ type: "query", key: "p", value: "^(?<id>[0-9]+)$" }],
          destination: "/posts/:id",
          statusCode: 301,
        },
      ],
    },
    answers: [
      { request: "/?a=b&p=12", status: 301, location: "/posts/12?a=b&p=12" },
      { request: "/?p=x12", status: 404 },
    ],
  },
  {
    name: "sources match the slash at the end and letter case exactly",
    source: CODE,
    config: { redirects: [{ source: "/old", destination: "/new" }] },
    answers: [
      { request: "/old/", status: 404 },
      { request: "/OLD", status: 404 },
    ],
  },
  {
    name: "headers are those of every source that matches",
    source: CONFIG,
    files: ["service-worker.js", "index.html"],
    config: {
      headers: [
        {
          source: "/service-worker.js",
          headers: [{ key: "Cache-Control", value: "public, max-age=0, must-revalidate" }],
        },
        {
          source: "/(.*)",
          headers: [
            { key: "X-Content-Type-Options", value: "nosniff" },
            { key: "X-Frame-Options", value: "DENY" },
          ],
        },
        { source: "/:path*", headers: [{ key: "x-authorized", value: "1" }] },
      ],
    },
    answers: [
      {
        request: "/service-worker.js",
        status: 200,
        headers: {
          "cache-control": "public, max-age=0, must-revalidate",
          "x-frame-options": "DENY",
          "x-authorized": "1",
        },
      },
      { request: "/", status: 200, headers: { "x-content-type-options": "nosniff" } },
    ],
  },
  {
    name: "redirects come before headers and files, files before rewrites",
    source: CODE,
    files: ["old.html", "kept.html", "other.html"],
    config: {
      redirects: [{ source: "/old.html", destination: "/new" }],
      headers: [{ source: "/(.*)", headers: [{ key: "X-All", value: "yes" }] }],
      rewrites: [
        { source: "/kept.html", destination: "/other.html" },
        { source: "/elsewhere", destination: "/other.html" },
      ],
    },
    answers: [
      { request: "/old.html", status: 308, location: "/new", headers: { "x-all": null } },
      { request: "/kept.html", status: 200, file: "kept.html", headers: { "x-all": "yes" } },
      { request: "/elsewhere", status: 200, file: "other.html" },
    ],
  },
  {
    name: "404.html is sent for what there is not",
    source: "https://vercel.com/kb/guide/custom-404-page",
    files: ["404.html"],
    config: {},
    answers: [{ request: "/nothing/here", status: 404, file: "404.html" }],
  },
];
