import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { need } from "../../tools/need.ts";

/** A letter that rss2email has sent about an entry. */
export interface Letter {
  /** The name by which the feed was given. */
  feed: string;
  id: string;
  title: string;
  author: string;
  /** Seconds since 1970. */
  date: number;
}

const LETTERS = `
import email, email.policy, email.utils, json, mailbox, sys
box = mailbox.Maildir(sys.argv[1], factory=lambda file: email.message_from_binary_file(file, policy=email.policy.default))
def letter(mail):
    return {"feed": mail["X-RSS-Feed"], "id": mail["X-RSS-ID"], "title": mail["Subject"],
            "author": email.utils.parseaddr(str(mail["From"]))[0],
            "date": mail["Date"].datetime.timestamp()}
json.dump([letter(mail) for mail in box], sys.stdout)
`;

/**
 * An rss2email with a memory of its own, which puts its letters into a folder. `visit` lets it read feeds by name,
 * and gives all letters it has ever written.
 */
export async function rss2email(): Promise<{
  visit: (feeds: ReadonlyMap<string, string>) => Letter[];
  remove: () => void;
}> {
  const home = mkdtempSync(join(tmpdir(), "stet-rss2email-"));
  const [program, python] = [await need("r2e"), await need("python3")];
  const mail = join(home, "mail");
  mkdirSync(mail);
  const settings = {
    from: "press@paper.example",
    to: "reader@paper.example",
    "email-protocol": "maildir",
    "maildir-path": mail,
    "maildir-mailbox": "news",
    "date-header": "True",
    "date-header-order": "issued, created, modified",
    "name-format": "{author}",
  };
  const config = join(home, "config");
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}\n`);
  writeFileSync(config, `[DEFAULT]\n${lines.join("")}`);
  const run = (command: string, ...args: string[]): string => {
    const done = spawnSync(program, ["-c", config, "-d", join(home, "data"), command, ...args], {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      env: { ...process.env, HOME: home, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
    });
    const said = done.stdout + done.stderr;
    // It ends well whatever it met on the way.
    if (done.status !== 0 || /\[ERROR\]|Traceback/.test(said)) throw new Error(said);
    return said;
  };
  const followed = new Set<string>();
  return {
    visit(feeds) {
      for (const [name, file] of feeds) {
        if (followed.has(name)) continue;
        followed.add(name);
        // The names it takes have no slash.
        run("add", `feed-${followed.size}`, pathToFileURL(file).href);
      }
      run("run");
      const read = spawnSync(python, ["-c", LETTERS, join(mail, "news")], {
        encoding: "utf8",
        maxBuffer: 2 ** 30,
        env: { ...process.env, PYTHONIOENCODING: "utf-8" },
      });
      if (read.status !== 0) throw new Error(read.stderr);
      const names = new Map([...feeds].map(([name, file]) => [pathToFileURL(file).href, name]));
      return (JSON.parse(read.stdout) as Letter[]).map((letter) => ({
        ...letter,
        feed: names.get(letter.feed) ?? letter.feed,
      }));
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
