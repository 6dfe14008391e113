import * as compilerRuntime from "astro/compiler-runtime";
import {
  createComponent,
  Fragment,
  maybeRenderHead,
  render,
  renderComponent,
  renderHead,
  renderScript,
  renderSlot,
  renderTransition,
  templateEnter,
  templateExit,
  unescapeHTML,
} from "astro/compiler-runtime";
import { renderToString } from "astro/runtime/server/index.js";
import { describe, expect, test } from "vitest";
import { BeyondStrings, renderToText } from "./string-runtime.ts";
import type { CompiledComponent } from "./string-runtime.ts";

const HEAD = '<link rel="stylesheet" href="/all.css">';
const SCRIPT = "one.astro?script";

/** What Astro itself passes to components, as far as the components below ask for it. */
function astroResult(): object {
  const result = {
    base: "/",
    cancelled: false,
    clientDirectives: new Map([["load", "load()"]]),
    componentMetadata: new Map(),
    compressHTML: true,
    inlinedScripts: new Map<string, string>(),
    renderers: [],
    resolve: (id: string) => Promise.resolve(`/${id}.js`),
    styles: new Set([{ props: { rel: "stylesheet", href: "/all.css" }, children: "" }]),
    scripts: new Set(),
    links: new Set(),
    partial: false,
    createAstro: (props: object) => ({ props, self: null }),
    _metadata: {
      extraHead: [],
      hasRenderedHead: false,
      headInTree: true,
      pendingSlotEvaluations: [],
      propagators: new Set(),
      renderedScripts: new Set(),
      routeHasPropagation: false,
      templateDepth: 0,
    },
  };
  return result;
}

function byStrings(page: CompiledComponent, props: object = {}): Promise<string> {
  return renderToText(page, props, {
    head: HEAD,
    manifest: {
      base: "/",
      clientDirectives: new Map([["load", "load()"]]),
      componentMetadata: new Map(),
      inlinedScripts: new Map(),
    },
    scriptAddress: (id) => `/${id}.js`,
  });
}

async function byAstro(page: CompiledComponent, props: object = {}): Promise<string> {
  return (await renderToString(astroResult() as never, page as never, props, {}, true)) as string;
}

/** A component as the compiler writes it. */
function component(write: (result: object, astro: Astro, slots: Slots) => unknown, name = "Part") {
  const made: CompiledComponent = createComponent(
    ((result: Parts, props: object, slots: Slots) => {
      const astro = result.createAstro(props, slots);
      astro["self"] = made;
      return write(result, astro, slots);
    }) as never,
    `/src/${name}.astro`,
  ) as unknown as CompiledComponent;
  return made;
}

type Astro = Record<string, unknown> & { props: Record<string, unknown> };
type Slots = Record<string, (result: object) => unknown>;
interface Parts {
  createAstro(props: object, slots: Slots): Astro;
}

/** A whole page with something in its body. */
function page(body: (result: object) => unknown): CompiledComponent {
  return component(
    (result) =>
      render`<!DOCTYPE html><html><head><title>T</title>${renderHead()}</head><body>${body(result)}</body></html>`,
    "Page",
  );
}

const shown = (result: object, made: CompiledComponent, props: object = {}, slots: Slots = {}) =>
  renderComponent(result as never, "Part", made, props as never, slots as never) as unknown;

const Framed = component(
  (result, { props }, slots) =>
    render`${maybeRenderHead()}<section${props["name"]}>${renderSlot(result as never, slots["default"] as never, (() => render`<i>none</i>`) as never)}|${renderSlot(result as never, slots["foot"] as never)}</section>`,
);
const Scripted = component((result) => render`<b>s</b>${renderScript(result as never, SCRIPT)}`);
const Late = component(async (_, { props }) => {
  await Promise.resolve();
  return render`<u>${props["text"]}</u>`;
});
const Nested: CompiledComponent = component((result, { props }) => {
  const { depth } = props as { depth: number };
  return render`<ul>${depth > 0 && shown(result, Nested, { depth: depth - 1 })}</ul>`;
});

const PAGES: Record<string, (result: object) => unknown> = {
  "text, escaped, and HTML, not": () => [`<&>'"`, " ", unescapeHTML("<b>&amp;</b>"), ""],
  "numbers, yes and no": () => [0, 1.5, true, false, null, undefined],
  "lists in lists of templates": () =>
    [1, 2].map((n) => [render`<p>${n}</p>`, [render`<q>${[n, n]}</q>`]]),
  "components in components": (result) => shown(result, Nested, { depth: 3 }),
  "slots, named ones and their fallback": (result) => [
    shown(result, Framed, { name: " id" }),
    shown(result, Framed, {}, { default: () => render`<p>${"<"}</p>`, foot: () => "f" }),
    shown(result, Framed, {}, { default: (inner) => render`${shown(inner, Framed)}` }),
  ],
  "fragments with HTML and with components": (result) => [
    renderComponent(
      result as never,
      "Fragment",
      Fragment as never,
      {},
      {
        default: (() => render`${unescapeHTML("<p>&</p>")}`) as never,
      },
    ),
    renderComponent(
      result as never,
      "Fragment",
      Fragment as never,
      {},
      {
        default: ((inner: object) =>
          render`${shown(inner, Scripted)}${shown(inner, Late, { text: "<" })}`) as never,
      },
    ),
  ],
  "elements whose name is a variable": (result) => [
    shown(
      result,
      "h2" as never,
      { class: "a", "data-b": '"&', hidden: true },
      {
        default: (inner) => render`<a>${"&"}${shown(inner, Scripted)}</a>`,
      },
    ),
    shown(result, "hr" as never, { "class:list": ["a", { b: true }] }),
    shown(result, "p" as never),
  ],
  "a script once, but in each template element again": (result) => [
    shown(result, Scripted),
    shown(result, Scripted),
    render`<template>${templateEnter(result as never)}${shown(result, Scripted)}${templateExit(result as never)}</template>`,
    shown(result, Scripted),
  ],
  "what comes later, in its place": (result) => [
    shown(result, Late, { text: "1" }),
    shown(result, Scripted),
    Promise.resolve(render`<em>${Promise.resolve("&")}</em>`),
    shown(result, Scripted),
    [shown(result, Late, { text: "2" })],
  ],
};

describe("a page written as text is what Astro makes of it, with", () => {
  test.each(Object.entries(PAGES))("%s", async (_, body) => {
    const made = page(body);
    const text = await byStrings(made);
    expect(text).toBe(await byAstro(made));
    expect(text).toContain(HEAD);
  });
});

test("a page gets the doctype that the compiler has taken away", async () => {
  const bare = component(() => render`<html><head>${renderHead()}</head></html>`);
  expect(await byStrings(bare)).toBe(await byAstro(bare));
});

const REFUSED: Record<string, (result: object, astro: Astro) => unknown> = {
  "Astro.slots": (_, astro) => astro["slots"],
  "Astro.url": (_, astro) => astro["url"],
  "Astro.response": (_, astro) => ((astro["response"] as { status: number }).status = 404),
  "a function in a template": () => () => "text",
  "an object that it does not know": () => new Date(0),
  "an element of JSX": () => ({ "astro:jsx": true, type: "p", props: {} }),
  bytes: () => new Uint8Array([65]),
  "what is iterated over": () => new Set(["a"]),
  "a transition": (result) => renderTransition(result as never, "hash", "fade", "name"),
  "a component of a framework": (result) =>
    renderComponent(
      result as never,
      "Island",
      (() => null) as never,
      { "client:load": true } as never,
    ),
  "a server island": (result) =>
    shown(result, Late, { "server:component-directive": "defer", text: "" }),
  "an instruction that it does not know": () => ({
    type: "other",
    [Symbol.for("astro:render")]: true,
  }),
};

describe("what only Astro can render is refused:", () => {
  test.each(Object.entries(REFUSED))("%s", async (_, body) => {
    const part = component((result, astro) => render`${body(result, astro)}`);
    await expect(byStrings(page((result) => shown(result, part)))).rejects.toThrow();
  });

  test("a component that adds to the head", async () => {
    const part = createComponent({
      factory: (() => render`<p></p>`) as never,
      moduleId: "/src/Part.astro",
      propagation: "self",
    }) as unknown as CompiledComponent;
    const written = byStrings(page((result) => shown(result, part)));
    await expect(written).rejects.toThrow(BeyondStrings);
  });

  test("a page that does not start with text, or has a doctype inside", async () => {
    await expect(byStrings(component(() => render`${renderHead()}<p></p>`))).rejects.toThrow(
      "a page that does not start with text",
    );
    await expect(byStrings(component(() => render`<p><!DOCTYPE html></p>`))).rejects.toThrow(
      "a page with a doctype inside",
    );
  });

  test("a page that answers by itself", async () => {
    await expect(byStrings(component(() => new Response("text")))).rejects.toThrow(BeyondStrings);
  });
});

test("what a component throws is thrown", async () => {
  const broken = component(() => {
    throw new Error("It is broken.");
  });
  await expect(byStrings(page((result) => shown(result, broken)))).rejects.toThrow("It is broken.");
});

test("props of one page are not those of the next", async () => {
  const props = { "class:list": ["a"] };
  await byStrings(
    component((_, astro) => render`<!DOCTYPE html>${delete astro.props["class:list"]}`),
    props,
  );
  expect(props).toEqual({ "class:list": ["a"] });
});

test("compiled components call these functions of Astro's and no others", () => {
  // A new name: see what it gives, whether string-runtime.ts writes or refuses it, and add it above and here.
  expect(Object.keys(compilerRuntime).sort()).toEqual([
    "Fragment",
    "addAttribute",
    "createAstro",
    "createComponent",
    "createTransitionScope",
    "defineScriptVars",
    "defineStyleVars",
    "maybeRenderHead",
    "mergeSlots",
    "render",
    "renderComponent",
    "renderHead",
    "renderScript",
    "renderSlot",
    "renderTransition",
    "spreadAttributes",
    "templateEnter",
    "templateExit",
    "unescapeHTML",
  ]);
});
