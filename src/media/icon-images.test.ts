import { expect, test } from "vitest";
import { feedIcon, iconForms } from "./icon-images.ts";

test("readers of feeds are given the icon as a large square PNG, which all of them show", () => {
  const form = [...iconForms({}).large, iconForms({}).touch, iconForms({}).favicon].find(
    ({ path }) => path === feedIcon({}),
  );
  expect(form).toMatchObject({ width: 512, height: 512, format: "png" });
});
