/**
 * A text with each `{{name}}` replaced by its value. Throws where a name has none: a template must not reach a file
 * half filled.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The template has no value for {{${name}}}.`);
    return value;
  });
}
