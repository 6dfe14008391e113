// What a thread begins with: its own code is loaded after the compiled code that is kept is switched on.
import { enableCompileCache } from "node:module";

const [compiled, entry = ""] = process.argv.slice(2);
enableCompileCache(compiled);
await import(entry);
