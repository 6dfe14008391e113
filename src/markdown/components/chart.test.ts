import { describe, expect, test } from "vitest";
import { parseBody } from "../parse-body.ts";
import { feedHtml, pageHtml, plainText } from "../render-body.ts";
import { testTargets } from "../../../tests/fixtures/body-targets.ts";

const GROUPED = `<Chart
  kind="column"
  title="Search fell, social held"
  shown="Share of visits"
  columns={["Year", "Search", "Social"]}
  data={[["2025", 40, 12.5], ["2026", 22, ""]]}
  unit="%"
  alt="Search fell from 40 to 22."
  caption="Social was not counted in 2026."
  source="The Daily Example"
  wide
/>`;
const FROM_FILE = `<Chart kind="line" title="T" alt="A." src="./a.csv" />`;
const table = {
  columns: ["Month", "Visits"],
  rows: [
    { name: "2025-11", values: [3] },
    { name: "2025-12", values: [4] },
  ],
};

/** Without the drawings, which have snapshots of their own. */
function pageOf(source: string, changes = {}): string {
  const html = pageHtml(parseBody(source, "mdx"), testTargets(changes));
  return html.replace(/(<svg[^>]*>).*?<\/svg>/g, "$1…</svg>").replaceAll("><", ">\n<");
}

function feedOf(source: string, changes = {}): string {
  return feedHtml(parseBody(source, "mdx"), testTargets(changes)).replaceAll("><", ">\n<");
}

describe("a chart", () => {
  test("has drawings for each width and its figures as a table on the page", () => {
    expect(pageOf(GROUPED)).toMatchSnapshot();
  });

  test("is a picture and a table in feeds", () => {
    const source = parseBody(GROUPED, "mdx");
    const [drawn] = source.metadata.drawn ?? [];
    const images = {
      [`drawing:${String(drawn?.name)}`]: {
        url: "https://a.example/c.png",
        width: 1200,
        height: 600,
      },
    };
    expect(feedOf(GROUPED, { images })).toMatchSnapshot();
  });

  test("takes its figures from the file that is handed to it", () => {
    expect(pageOf(FROM_FILE, { data: { "./a.csv": table } })).toContain("November 2025");
    expect(feedOf(FROM_FILE, { data: { "./a.csv": table } })).toContain("<td>4</td>");
  });

  test("speaks the language of the publication, and says it of its drawing where it is read from the right", () => {
    const arabic = pageOf(FROM_FILE, { data: { "./a.csv": table }, language: "ar" });
    expect(arabic).toContain('direction="rtl"');
    expect(arabic).toContain("نوفمبر 2025");
    expect(pageOf(FROM_FILE, { data: { "./a.csv": table }, language: "fr" })).toContain(
      "novembre 2025",
    );
  });

  test("leaves in the facts what its picture needs, and no figures", () => {
    const { drawn } = parseBody(`Words.\n\n${GROUPED}\n\n${FROM_FILE}\n`, "mdx").metadata;
    expect(drawn).toEqual([
      {
        name: expect.any(String),
        kind: "column",
        unit: "%",
        height: expect.any(Number),
        line: 3,
        column: 1,
      },
      {
        name: expect.any(String),
        kind: "line",
        unit: "",
        src: "./a.csv",
        line: 16,
        column: 44,
        length: 7,
      },
    ]);
    expect(parseBody("Words.", "mdx").metadata.drawn).toBeUndefined();
  });

  test("is found by its words and figures, those of a file aside", () => {
    expect(plainText(parseBody(GROUPED, "mdx"))).toContain(
      "Search fell, social held Share of visits",
    );
    expect(plainText(parseBody(GROUPED, "mdx"))).toContain("12.5%");
    expect(plainText(parseBody(FROM_FILE, "mdx"))).toBe("T");
  });

  test("that is faulty draws nothing, and breaks nothing", () => {
    const { diagnostics, metadata } = parseBody(`<Chart kind="pie" data={3} />`, "mdx");
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "component/attribute-missing",
      "component/attribute-type",
      "component/attribute-type",
    ]);
    expect(metadata.drawn).toBeUndefined();
  });
});
