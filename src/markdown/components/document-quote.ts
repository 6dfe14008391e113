import type { ElementContent } from "hast";
import type { BodyTargets } from "../body.ts";
import { asBlocks, element, textNode } from "../tree.ts";
import { separated, timeOfPeriod } from "./component-parts.ts";
import { defineComponent } from "./component.ts";

/** What a document says, in its own words and with its name. */
export const documentQuote = defineComponent({
  name: "DocumentQuote",
  description:
    "An extract from a document: a ruling, a standard, a letter. The content is the document's own text.",
  example: [
    '<DocumentQuote title="Harbour Ordinance" by="Port Authority" date="1987-05" page="12" href="https://port.example/ordinance">',
    "",
    "The lock shall be closed one hour before high water.",
    "",
    "</DocumentQuote>",
  ].join("\n"),
  attributes: {
    title: {
      type: "string",
      required: true,
      description: "The name of the document.",
      maxLength: 200,
    },
    by: { type: "string", description: "Who wrote or issued it.", maxLength: 120 },
    date: { type: "period", description: "When it was issued." },
    page: { type: "string", description: "The page, or pages, of the extract.", maxLength: 20 },
    href: { type: "link", description: "Where the document can be read." },
  },
  children: "text",
  page({ values, children }, targets) {
    return [
      element("figure", { className: ["document-quote"] }, [
        element("figcaption", {}, source(values, targets)),
        element("blockquote", cited(values), asBlocks(children)),
      ]),
    ];
  },
  feed({ values, children }, targets) {
    return [
      element("p", {}, source(values, targets)),
      element("blockquote", cited(values), asBlocks(children)),
    ];
  },
});

interface Source {
  title: string;
  by?: string;
  date?: string;
  page?: string;
  href?: string;
}

/** The line that says whose words follow. */
function source({ title, by, date, page, href }: Source, targets: BodyTargets): ElementContent[] {
  const { document, page: pageWords } = targets.words.blocks;
  const name = element("cite", {}, [textNode(title)]);
  const label = document === "" ? [] : [element("b", {}, [textNode(document)]), textNode(" ")];
  return [
    ...label,
    ...separated(
      [
        [href === undefined ? name : element("a", { href }, [name])],
        ...(by === undefined ? [] : [[textNode(by)]]),
        ...(date === undefined ? [] : [[timeOfPeriod(date, targets)]]),
        ...(page === undefined ? [] : [[textNode(pageWords.replaceAll("{page}", page) || page)]]),
      ],
      targets,
    ),
  ];
}

/** Where the words come from, for programs. */
function cited({ href }: Source): { cite?: string } {
  return href === undefined ? {} : { cite: href };
}
