import { expect, test } from "vitest";
import { bodyImages } from "./body-images.ts";
import "./components/registry.ts";
import { parseBody } from "./parse-body.ts";

const FRONT = "---\ntitle: A\n---\n";

test("images of components have the credit of their gallery, and the place of their alt texts", () => {
  const source = `${FRONT}<Gallery credit="Ada">

<Figure src="./a.svg" alt="A lock" caption="At the quay" />
<Figure src="./b.svg" alt="A gate" credit="Grace" />

</Gallery>
`;
  expect(bodyImages(parseBody(source, "mdx").tree, source)).toMatchObject([
    {
      ...{ src: "./a.svg", alt: "A lock", caption: "At the quay", credit: "Ada" },
      ...{ takesCredit: true, location: { line: 6 } },
      altLocation: { line: 6, column: 28, length: 6 },
    },
    { src: "./b.svg", alt: "A gate", credit: "Grace" },
  ]);
});

test("images of Markdown and HTML have the place of their alt texts where those are written as they are read", () => {
  const source = `${FRONT}Words ![A lock](./a.svg "At the quay") and ![A \\* gate](./b.svg).

<figure><img src="./c.svg" alt="A key"><figcaption>The <b>key</b></figcaption></figure>
`;
  const [lock, gate, key, ...others] = bodyImages(parseBody(source, "md").tree, source);
  expect(lock).toMatchObject({
    ...{ alt: "A lock", caption: "At the quay", takesCredit: false },
    altLocation: { line: 4, column: 9, length: 6 },
  });
  expect(gate).toMatchObject({ alt: "A * gate", altLocation: { line: 4, column: 44 } });
  expect(key).toMatchObject({ alt: "A key", caption: "The key" });
  expect(others).toEqual([]);
});
