import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkOut, CheckoutFailed } from "./checkout.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-checkout-"));
const root = join(folder, "root");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(...words: string[]): void {
  const who = ["-c", "user.name=A", "-c", "user.email=a@paper.example"];
  execFileSync("git", [...who, ...words], { cwd: root, stdio: "ignore" });
}

mkdirSync(join(root, "node_modules"), { recursive: true });
writeFileSync(join(root, "package-lock.json"), "{}");
writeFileSync(join(root, ".gitignore"), "node_modules\n");
git("init");
git("add", ".");
git("commit", "-m", "Begin");
writeFileSync(join(root, "later.txt"), "later");
git("add", ".");
git("commit", "-m", "Go on");

test("a revision stands in its own folder with the packages of this one, until it is removed", () => {
  const directory = join(folder, "before");
  const remove = checkOut(root, "HEAD~1", directory);
  expect(existsSync(join(directory, "package-lock.json"))).toBe(true);
  expect(existsSync(join(directory, "later.txt"))).toBe(false);
  expect(existsSync(join(directory, "node_modules"))).toBe(true);
  remove();
  expect(existsSync(directory)).toBe(false);
  expect(existsSync(join(root, "node_modules"))).toBe(true);
});

test("a revision that there is not is told in one line", () => {
  expect(() => checkOut(root, "no-such", join(folder, "none"))).toThrow(CheckoutFailed);
  expect(() => checkOut(root, "--help", join(folder, "none"))).toThrow("There is no revision");
});
