#!/usr/bin/env bash
# Pagefind 1.5.2 takes the marks off the letters of a word before it looks for the word's stem, so that the stemmer of
# a language in which those marks are vowels of their own does not know the endings any more: in Turkish the plural of
# `kitap` is brought to its stem, and that of `köy`, `göl`, `gün` or `söz` is not.
#
# Seen: the stems in the index of a Turkish page that has four words and their plurals, of which the rules of vowel
# harmony ask for the same two endings:
#
#     ev evler: ev
#     kitap kitaplar: kitap
#     köy köyler: koy koyler
#     gün günler: gun gunler
#
# Why a news publisher cares: who looks for `köyler` (villages) is not shown the report that says `köy`, and who looks
# for `haberler` is shown the one that says `haber`; half of the language behaves as if there were no stemmer, and the
# summary says "Indexed 1 language" and no more.
#
# What a good engineer would have guessed: that a stemmer is handed the word as it is written, and that marks are taken
# off its stem.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --save-exact pagefind@1.5.2

cat >stems.mjs <<'END'
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

// Words stand in an index as CBOR texts: a byte of their length, and so many letters. Each has an index of its own.
function wordsIn(index) {
  const words = [];
  for (let at = 0; at < index.length; at += 1) {
    const length = index.charCodeAt(at) - 0x60;
    const text = index.slice(at + 1, at + 1 + length);
    if (length > 1 && text.length === length && /^[a-z]+$/.test(text)) words.push(text);
  }
  return words;
}

for (const [word, plural] of [["ev", "evler"], ["kitap", "kitaplar"], ["köy", "köyler"], ["gün", "günler"]]) {
  const stems = new Set();
  for (const one of [word, plural]) {
    rmSync("site", { recursive: true, force: true });
    mkdirSync("site");
    const page = `<main data-pagefind-body data-pagefind-meta="title:A">${one}</main>`;
    writeFileSync("site/index.html", `<!doctype html><html lang="tr"><body>${page}</body></html>\n`);
    execFileSync("npx", ["pagefind", "--site", "site"]);
    const [file] = readdirSync("site/pagefind/index");
    const index = gunzipSync(readFileSync(`site/pagefind/index/${file}`)).toString("latin1");
    for (const stem of wordsIn(index.slice("pagefind_dcd".length))) stems.add(stem);
  }
  console.log(`${word} ${plural}: ${[...stems].join(" ")}`);
}
END
seen=$(node stems.mjs)
echo "$seen"
expected=$'ev evler: ev\nkitap kitaplar: kitap\nköy köyler: koy koyler\ngün günler: gun gunler'
[ "$seen" = "$expected" ] || {
  echo "This is not what Pagefind 1.5.2 did." >&2
  exit 1
}
