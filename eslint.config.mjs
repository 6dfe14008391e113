import js from "@eslint/js";
import astro from "eslint-plugin-astro";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

/** Rules that need no types, for TypeScript and for the script part of components. */
const house = {
  "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
  "@typescript-eslint/no-explicit-any": "error",
  "@typescript-eslint/no-non-null-assertion": "error",
  "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
  "@typescript-eslint/no-import-type-side-effects": "error",
  eqeqeq: "error",
  "no-console": "error",
  "prefer-const": "error",
};

export default defineConfig(
  globalIgnores([
    "content/",
    "public/",
    "dist/",
    ".astro/",
    ".cache/",
    ".stet/",
    "coverage/",
    // Sites of other generators, written as those have it.
    "benchmarks/peers/*/",
    "**/fixtures/",
    "**/__snapshots__/",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  tseslint.configs.recommended,
  astro.configs.recommended,
  {
    files: ["**/*.ts"],
    // The scripts inside components are virtual files, which no TypeScript project holds.
    ignores: ["**/*.astro/*.ts"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  { files: ["**/*.{ts,astro}"], rules: house },
  {
    files: ["**/*.{ts,mjs,astro}"],
    rules: {
      // TypeScript itself knows which names exist, in the browser and in Node.
      "no-undef": "off",
      // Finding control characters in what people wrote is part of the work.
      "no-control-regex": "off",
      "@typescript-eslint/triple-slash-reference": "off",
    },
  },
  {
    files: ["**/*.cjs"],
    languageOptions: { globals: globals.node, sourceType: "commonjs" },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  // Commands print; modules return what there is to say.
  {
    files: ["scripts/**", "benchmarks/**", "tests/**", "src/pages/**/*.astro"],
    rules: { "no-console": "off" },
  },
  {
    // The content security policy allows neither; a script without `is:inline` is bundled to a file.
    files: ["**/*.astro"],
    rules: {
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
);
