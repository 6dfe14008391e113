// For the tools that look for it (`astro check`); builds take the configuration from its module.
import { ASTRO_CONFIG } from "./src/renderer/astro-config.ts";

export default ASTRO_CONFIG;
