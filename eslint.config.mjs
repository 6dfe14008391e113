import astro from "eslint-plugin-astro";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** Rules for components and the scripts in them; .oxlintrc.jsonc has those for all other code. */
export default defineConfig(
  globalIgnores(["dist/", ".astro/", ".cache/", ".stet/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  tseslint.configs.recommended,
  astro.configs.recommended,
  {
    files: ["**/*.astro", "**/*.astro/*.ts"],
    rules: {
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "separate-type-imports" },
      ],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      eqeqeq: "error",
      "prefer-const": "error",
      // The content security policy allows neither; a script without `is:inline` is bundled to a file.
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='style']",
          message: "No inline style passes the content security policy: use a class.",
        },
        {
          selector: "JSXAttribute[name.namespace.name='define']",
          message: "define:vars makes inline code, which the policy stops: use a data attribute.",
        },
        {
          selector:
            "JSXOpeningElement[name.name='script']:not(:has(JSXAttribute[name.name='type'])) > JSXAttribute[name.namespace.name='is']",
          message: "An inline script is stopped by the policy: leave is:inline out.",
        },
      ],
    },
  },
  // Pages say while a build runs what they lack.
  {
    files: ["src/**/*.astro", "src/**/*.astro/*.ts"],
    ignores: ["src/pages/**"],
    rules: { "no-console": "error" },
  },
);
