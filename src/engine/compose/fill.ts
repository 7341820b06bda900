/** Replaces each placeholder, such as `{{name}}`, by its value. A placeholder without a value stays. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (hole, name: string) => values[name] ?? hole);
}
