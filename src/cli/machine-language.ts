import { isLanguage } from "../site/site-schema.ts";

/** The language that a machine's user speaks, as POSIX says it (`LC_ALL`, `LC_MESSAGES`, `LANG`); English where none. */
export function machineLanguage(environment: Readonly<Record<string, string | undefined>>): string {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== "") ?? "";
  const [language = ""] = locale.split(/[_.@]/);
  return isLanguage(language) ? language : "en";
}
