// Prints how MDN's HTTP Observatory scores a host on the loopback interface, as JSON:
// node scan.ts PACKAGE HTTP-PORT HTTPS-PORT
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder = "", httpPort = "", httpsPort = ""] = process.argv.slice(2);
const addressOf = (file: string): string => pathToFileURL(join(folder, "src", file)).href;

/** Modules of the package that others stand in for, by their address. */
const STAND_INS: Record<string, string> = {
  // Its scan asks ports 80 and 443 whatever it is told; its retriever knows others.
  [addressOf("retriever/retriever.js")]: `
    import { retrieve as ask } from ${JSON.stringify(`${addressOf("retriever/retriever.js")}?own`)};
    export const retrieve = (host) => ask(host, ${JSON.stringify({ httpPort, httpsPort })});`,
  // Its list of hosts that browsers ask by https alone is downloaded by a script of the package; `localhost` is none.
  [addressOf("analyzer/hsts.js")]: "export const isHstsPreloaded = () => null;",
};

registerHooks({
  load: (url, context, next) => {
    const source = STAND_INS[url];
    return source === undefined
      ? next(url, context)
      : { format: "module", source, shortCircuit: true };
  },
});

const { scan } = (await import(addressOf("scanner/index.js"))) as {
  scan: (host: string) => Promise<unknown>;
};
process.stdout.write(JSON.stringify(await scan("localhost")));
