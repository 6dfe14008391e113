import type { Example } from "./example.ts";

interface NetlifyConfig {
  headers?: string;
  redirects?: string;
  prettyUrls?: boolean;
}

const HEADERS = "https://docs.netlify.com/manage/routing/headers/";
const OPTIONS = "https://docs.netlify.com/manage/routing/redirects/redirect-options/";
const OVERVIEW = "https://docs.netlify.com/manage/routing/redirects/overview/";
/** What redirects in production are said to do, by who changed the development server to do the same. */
const PARAMETERS = "https://github.com/netlify/cli/pull/2017";
const REWRITES = "https://docs.netlify.com/manage/routing/redirects/rewrites-proxies/";
/** The tests of Netlify's own packages, where documentation is silent. */
const HEADERS_CODE = "https://github.com/netlify/primitives/tree/main/packages/headers";

/** What Netlify's documentation states, as bundles, requests and answers. */
export const NETLIFY_EXAMPLES: readonly Example<NetlifyConfig>[] = [
  {
    name: "headers are set by path, and comments are left out",
    source: HEADERS,
    files: ["templates/index.html", "templates/index2.html"],
    config: {
      headers: `# one page
/templates/index.html
  # of this page
  X-Frame-Options: DENY
/templates/index2.html
  X-Frame-Options: SAMEORIGIN
`,
    },
    answers: [
      {
        request: "/templates/index.html",
        status: 200,
        headers: { "x-frame-options": "DENY" },
      },
    ],
  },
  {
    name: "a header that is repeated below a path becomes one with all values",
    source: HEADERS,
    files: ["index.html"],
    config: {
      headers: `/*
  cache-control: max-age=0
  cache-control: no-cache
  cache-control: must-revalidate
`,
    },
    answers: [
      {
        request: "/",
        status: 200,
        headers: { "cache-control": "max-age=0, no-cache, must-revalidate" },
      },
    ],
  },
  {
    name: "all rules that match add their headers, and * matches the folder itself too",
    source: HEADERS_CODE,
    files: ["index.html", "static-path/index.html", "directory/some/test.html"],
    config: {
      prettyUrls: false,
      headers: `/
  X-Frame-Options: SAMEORIGIN
/*
  X-Frame-Thing: SAMEORIGIN
/static-path/*
  X-Frame-Options: DENY
/:placeholder/index.html
  X-Index: yes
`,
    },
    answers: [
      {
        request: "/",
        status: 200,
        headers: { "x-frame-options": "SAMEORIGIN", "x-frame-thing": "SAMEORIGIN" },
      },
      {
        request: "/static-path",
        status: 200,
        headers: { "x-frame-options": "DENY", "x-frame-thing": "SAMEORIGIN", "x-index": null },
      },
      {
        request: "/static-path/index.html",
        status: 200,
        headers: { "x-frame-options": "DENY", "x-index": "yes" },
      },
    ],
  },
  {
    name: "headers that Netlify sets itself are ignored",
    source: HEADERS,
    files: ["index.html"],
    config: { headers: "/*\n  Server: press\n  Location: /other\n  X-Kept: yes\n" },
    answers: [
      {
        request: "/",
        status: 200,
        headers: { server: null, location: null, "x-kept": "yes" },
      },
    ],
  },
  {
    name: "a redirect has status 301 unless it states another",
    source: OPTIONS,
    config: { redirects: "/home /\n/my-redirect / 302\n" },
    answers: [
      { request: "/home", status: 301, location: "/" },
      { request: "/my-redirect", status: 302, location: "/" },
    ],
  },
  {
    name: "a rule with 200 or 404 sends a page without a change of address",
    source: OPTIONS,
    files: ["index.html", "store-closed.html"],
    config: { redirects: "/ecommerce /store-closed 404\n/pass-through /index.html 200\n" },
    answers: [
      { request: "/ecommerce", status: 404, file: "store-closed.html" },
      { request: "/pass-through", status: 200, file: "index.html" },
    ],
  },
  {
    name: "a status other than 301, 302 and 303 is sent with the text of the target",
    source: "https://www.netlify.com/docs/redirects/",
    files: ["gone.html"],
    config: { redirects: "/withdrawn/ /gone.html 410\n" },
    answers: [
      { request: "/withdrawn/", status: 410, file: "gone.html" },
      { request: "/withdrawn", status: 410, file: "gone.html" },
    ],
  },
  {
    name: "the first rule that matches is used",
    source: OVERVIEW,
    config: {
      redirects: "/blog/my-old-title /blog/my-new-title\n/blog/* /blog/an-even-better-title\n",
    },
    answers: [
      { request: "/blog/my-old-title", status: 301, location: "/blog/my-new-title" },
      { request: "/blog/other", status: 301, location: "/blog/an-even-better-title" },
    ],
  },
  {
    name: "paths are case-sensitive and percent-encoded",
    source: OVERVIEW,
    config: { redirects: "/authors/c%C3%A9line /authors/about-c%C3%A9line\n/Case /lower\n" },
    answers: [
      { request: "/authors/c%C3%A9line", status: 301, location: "/authors/about-c%C3%A9line" },
      { request: "/case", status: 404 },
    ],
  },
  {
    name: "placeholders are segments, and a splat is what follows",
    source: OPTIONS,
    config: {
      redirects: "/news/:month/:date/:slug /blog/:date/:month/:slug\n/old/* /new/:splat\n",
    },
    answers: [
      { request: "/news/02/12/my-story", status: 301, location: "/blog/12/02/my-story" },
      { request: "/old/2004/01/10/my-story", status: 301, location: "/new/2004/01/10/my-story" },
    ],
  },
  {
    name: "the query of a request is kept, unless the target has one",
    source: OPTIONS,
    config: { redirects: "/articles /posts\n/search /find?q=all\n" },
    answers: [
      { request: "/articles?page=2", status: 301, location: "/posts?page=2" },
      { request: "/search?q=one", status: 301, location: "/find?q=all" },
    ],
  },
  {
    name: "a parameter of the query is a placeholder, and its rule is for requests with it alone",
    source: OPTIONS,
    files: ["store.html"],
    config: { redirects: "/store id=:id /blog/:id 301!\n" },
    answers: [
      { request: "/store?id=my-post", status: 301, location: "/blog/my-post" },
      { request: "/store", status: 200, file: "store.html" },
      { request: "/store?tag=my-post", status: 200, file: "store.html" },
    ],
  },
  {
    name: "of several parameters all are needed, in whatever order",
    source: OPTIONS,
    config: {
      redirects: `/path/* param1=:value1 param2=:value2 /otherpath/:value1/:value2/:splat 301
/path/* param1=:value1 /otherpath/:value1/:splat 301
/path/* param2=:value2 /otherpath/:value2/:splat 301
/path/* /otherpath/:splat 301
`,
    },
    answers: [
      { request: "/path/a?param1=x&param2=y", status: 301, location: "/otherpath/x/y/a" },
      { request: "/path/a?param2=y&param1=x", status: 301, location: "/otherpath/x/y/a" },
      { request: "/path/a?param2=y", status: 301, location: "/otherpath/y/a" },
      { request: "/path/a", status: 301, location: "/otherpath/a" },
    ],
  },
  {
    name: "a rule for a parameter does not pass the query of the request on, as one whose target has a query",
    source: PARAMETERS,
    config: { redirects: "/foo / 302\n/bar /?a=1&a=2&b=3 302\n/test id=:id /?param=:id\n" },
    answers: [
      { request: "/foo?c=1", status: 302, location: "/?c=1" },
      { request: "/bar?c=1", status: 302, location: "/?a=1&a=2&b=3" },
      { request: "/test?id=1", status: 301, location: "/?param=1" },
    ],
  },
  {
    name: "rules match with and without a slash at the end",
    source: OPTIONS,
    config: { redirects: "/blog/title-with-typo /blog/typo-free-title\n/about/ /us/\n" },
    answers: [
      { request: "/blog/title-with-typo/", status: 301, location: "/blog/typo-free-title" },
      { request: "/about", status: 301, location: "/us/" },
    ],
  },
  {
    name: "a file is not hidden by a rule, unless that is forced",
    source: REWRITES,
    files: ["index.html", "partials/chat.html", "app/index.html", "app/page.html"],
    config: { redirects: "/app/* /app/index.html 200!\n/* /index.html 200\n" },
    answers: [
      { request: "/partials/chat", status: 200, file: "partials/chat.html" },
      { request: "/elsewhere", status: 200, file: "index.html" },
      { request: "/app/page", status: 200, file: "app/index.html" },
    ],
  },
  {
    name: "404.html is sent for what there is not",
    source: OPTIONS,
    files: ["404.html"],
    config: {},
    answers: [{ request: "/nothing/here", status: 404, file: "404.html" }],
  },
  {
    name: "pretty URLs end with a slash for folders only",
    source: OPTIONS,
    files: ["about/index.html", "contact.html"],
    config: {},
    answers: [
      { request: "/about", status: 301, location: "/about/" },
      { request: "/about/", status: 200, file: "about/index.html" },
      { request: "/about/index.html", status: 200, file: "about/index.html" },
      { request: "/contact", status: 200, file: "contact.html" },
      { request: "/contact/", status: 301, location: "/contact" },
    ],
  },
];
