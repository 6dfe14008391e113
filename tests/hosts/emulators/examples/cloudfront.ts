import type { CloudFrontBundle } from "../cloudfront.ts";
import type { Example } from "./example.ts";

type CloudFrontConfig = Omit<CloudFrontBundle, "files" | "metadata">;

const GUIDE = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/";
const EVENT = `${GUIDE}functions-event-structure.html`;
const RESTRICTIONS = `${GUIDE}edge-function-restrictions-all.html`;
const ERRORS = `${GUIDE}GeneratingCustomErrorResponses.html`;

/** Adds a header to whatever passes. */
const ADDS_HEADER = `function handler(event) {
  var response = event.response;
  response.headers["x-frame-options"] = { value: "DENY" };
  return response;
}`;

/** What the documentation of CloudFront states, as bundles, requests and answers. */
export const CLOUDFRONT_EXAMPLES: readonly Example<CloudFrontConfig>[] = [
  {
    name: "a function for requests changes which object is asked for",
    source: `${GUIDE}example_cloudfront_functions_url_rewrite_single_page_apps_section.html`,
    files: ["blog/index.html", "style.css"],
    config: {
      viewerRequest: `function handler(event) {
  var request = event.request;
  if (request.uri.endsWith("/")) request.uri += "index.html";
  else if (!request.uri.includes(".")) request.uri += "/index.html";
  return request;
}`,
    },
    answers: [
      { request: "/blog/", status: 200, file: "blog/index.html" },
      { request: "/blog", status: 200, file: "blog/index.html" },
      { request: "/style.css", status: 200, file: "style.css" },
    ],
  },
  {
    name: "a function for requests sees each parameter of the query by its name, with all its values",
    source: EVENT,
    config: {
      viewerRequest: `function handler(event) {
  var asked = event.request.querystring;
  return {
    statusCode: 302,
    statusDescription: "Found",
    headers: {
      location: { value: "/" + asked.test.value + "/" + asked.arg.multiValue[1].value },
    },
  };
}`,
    },
    answers: [{ request: "/?test=true&arg=val1&arg=val2", status: 302, location: "/true/val2" }],
  },
  {
    name: "a function for requests answers itself with a response",
    source: EVENT,
    config: {
      viewerRequest: `function handler(event) {
  return {
    statusCode: 302,
    statusDescription: "Found",
    headers: { location: { value: "https://d111111abcdef8.cloudfront.net" + event.request.uri } },
  };
}`,
      viewerResponse: ADDS_HEADER,
    },
    answers: [
      {
        request: "/new",
        status: 302,
        location: "https://d111111abcdef8.cloudfront.net/new",
        // The function for responses does not run then.
        headers: { "x-frame-options": null },
      },
    ],
  },
  {
    name: "queries and headers are objects with a value for each name",
    source: EVENT,
    config: {
      viewerRequest: `function handler(event) {
  var q = event.request.querystring;
  var seen = [q.ID.value, q.NoValue.value, q.many.multiValue.length, event.request.headers.host.value];
  return { statusCode: 200, headers: { "x-seen": { value: seen.join(" ") } } };
}`,
    },
    answers: [
      {
        request: "/?ID=42&NoValue=&many=a&many=b",
        status: 200,
        headers: { "x-seen": "42  2 press.example" },
      },
    ],
  },
  {
    name: "a function for responses does not run for errors of the origin",
    source: RESTRICTIONS,
    files: ["index.html", "404.html"],
    config: {
      viewerResponse: ADDS_HEADER,
      defaultRootObject: "index.html",
      errorResponses: [{ errorCode: 403, responsePagePath: "/404.html", responseCode: 404 }],
    },
    answers: [
      { request: "/", status: 200, file: "index.html", headers: { "x-frame-options": "DENY" } },
      {
        request: "/nothing",
        status: 404,
        file: "404.html",
        headers: { "x-frame-options": null },
      },
    ],
  },
  {
    name: "a page for errors that is missing gives the error of its own request",
    source: ERRORS,
    config: {
      mayList: true,
      errorResponses: [{ errorCode: 404, responsePagePath: "/404.html", responseCode: 200 }],
    },
    answers: [{ request: "/nothing", status: 404 }],
  },
  {
    name: "a function that sets a header which it may not set is answered with 502",
    source: RESTRICTIONS,
    config: {
      viewerRequest: `function handler(event) {
  event.request.headers["x-edge-anything"] = { value: "1" };
  return event.request;
}`,
    },
    answers: [{ request: "/", status: 502 }],
  },
  {
    name: "a function may not change the host that it is asked for",
    source: RESTRICTIONS,
    config: {
      viewerRequest: `function handler(event) {
  event.request.headers.host = { value: "elsewhere.example" };
  return event.request;
}`,
    },
    answers: [{ request: "/", status: 502 }],
  },
];
