import { describe, expect, test } from "vitest";
import { nearestNamed, nearestPages, readAskedAddress, termsOfAddress } from "./asked-address.ts";

describe("an address says", () => {
  test.each([
    ["/2023/12/walmart-cuts-x-advertizing/", "walmart cuts x advertizing", "2023-12"],
    ["/2023/12/05/Walmart_Cuts.html", "walmart cuts", "2023-12"],
    ["/social-media/walmart+cuts", "walmart cuts", undefined],
    ["/walmart-cuts.php", "walmart cuts", undefined],
    ["/walmart-cuts/page/2/", "walmart cuts", undefined],
    ["/2023/12/walmart-cuts/amp/", "walmart cuts", "2023-12"],
    ["/2023/9/top-10-apps-1234567", "top 10 apps", "2023-09"],
    ["/2023/12/l%E2%80%99ann%C3%A9e-des-m%C3%A9dias/", "annee des medias", "2023-12"],
    ["/2023/12/%25C3%25A9conomie/", "economie", "2023-12"],
    ["/2024/02/%D8%A7%D9%84%D8%B3%D9%88%D9%82/", "سوق", "2024-02"],
    ["/2023/07/%E6%9D%B1%E4%BA%AC/", "東 京", "2023-07"],
    ["/%FF%FE/walmart", "walmart", undefined],
    ["/404.html", "", undefined],
    ["/2023/12/", "", "2023-12"],
    ["/", "", undefined],
  ])("%s: %s", (path, words, month) => {
    const asked = readAskedAddress(path, "/");
    expect(asked.words.join(" ")).toBe(words);
    expect(asked.month).toBe(month);
  });

  test.each([
    ["/2023/12/l%E2%80%99ann%C3%A9e-des_m%C3%A9dias/", "l’année des médias"],
    ["/walmart+cuts-1234567", "walmart cuts"],
    ["/2024/%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80", "हिन्दी"],
    ["/%E6%9D%B1%E4%BA%AC", "東京"],
  ])("%s: what may be searched for, as readers write it", (path, query) => {
    expect(readAskedAddress(path, "/").query).toBe(query);
  });

  test("nothing of the base it lies below", () => {
    expect(readAskedAddress("/paper/2023/12/quay/", "/paper/")).toMatchObject({
      parts: ["quay"],
      year: "2023",
    });
  });
});

test("articles are looked for by the longest words of an address, without numbers", () => {
  const asked = readAskedAddress("/why-x-10-and-walmart-left-the-big-advertising-deal-behind", "/");
  expect(termsOfAddress(asked)).toEqual(["advertising", "walmart", "behind", "left", "deal"]);
  expect(termsOfAddress(readAskedAddress("/東京", "/"))).toEqual(["東", "京"]);
});

describe("nearest to an address are", () => {
  const page = (href: string, title: string) => ({
    href,
    title,
    day: `${href.slice(1, 8).replace("/", "-")}-03`,
  });
  const pages = [
    page("/2023/12/walmart-stops-ads-on-x/", "Walmart is the latest to stop advertising on X"),
    page("/2024/02/walmart-cuts-prices/", "Walmart cuts prices"),
    page("/2023/12/ibm-pauses/", "IBM pauses its campaigns"),
    page("/2022/01/walmart-cuts-x-advertising/", "Another headline"),
  ];
  const near = (path: string): string[] =>
    nearestPages(readAskedAddress(path, "/"), pages).map(({ page: { href } }) => href);

  test("pages whose address or headline has its words, slips and all", () => {
    expect(near("/2023/12/walmart-cuts-x-advertizing")).toEqual([
      "/2022/01/walmart-cuts-x-advertising/",
      "/2023/12/walmart-stops-ads-on-x/",
      "/2024/02/walmart-cuts-prices/",
    ]);
  });

  test("pages whose headline has them with or without the Arabic article", () => {
    const market = page("/2025/11/market/", "سوق السمك ينتقل");
    const asked = readAskedAddress("/2025/11/السوق-السمك/", "/");
    expect(nearestPages(asked, [market])).toHaveLength(1);
  });

  test("of equals those of the same month", () => {
    const twins = ["/2020/01/quay/", "/2021/05/quay/", "/2021/06/quay/"].map((href) =>
      page(href, "Quay"),
    );
    const asked = readAskedAddress("/2021/06/quai/", "/");
    expect(nearestPages(asked, twins).map(({ page: { href } }) => href)).toEqual([
      "/2021/06/quay/",
      "/2021/05/quay/",
      "/2020/01/quay/",
    ]);
  });

  test("none, where the words are others", () => {
    expect(near("/wp-admin/setup.php")).toEqual([]);
    expect(near("/2023/12/on-x/")).not.toContain("/2023/12/ibm-pauses/");
  });

  test("five at most", () => {
    const many = Array.from({ length: 9 }, (_, n) => page(`/2023/0${n + 1}/quay/`, "Quay"));
    expect(nearestPages(readAskedAddress("/quay", "/"), many)).toHaveLength(5);
  });
});

test("an address of one part may be a slip for a page that is named like it", () => {
  const pages = ["/paper/", "/paper/social-media/", "/paper/a%CC%80-propos/"].map((href) => ({
    href,
    title: href,
  }));
  const named = (path: string) => nearestNamed(readAskedAddress(path, "/paper/"), pages, "/paper/");
  expect(named("/paper/socialmedia")?.href).toBe("/paper/social-media/");
  expect(named("/paper/SOCIAL-MEDIA.html")?.href).toBe("/paper/social-media/");
  expect(named("/paper/%C3%A0-propo/")?.href).toBe("/paper/a%CC%80-propos/");
  expect(named("/paper/x/social-media/")).toBeUndefined();
  expect(named("/paper/b/")).toBeUndefined();
});
