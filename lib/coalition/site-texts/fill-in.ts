/** A text with its placeholders, such as `{title}`, filled in; null for none. */
export function fillIn(text: string | null | undefined, values: Record<string, string>): string | null {
  return text?.replace(/\{(\w+)\}/g, (braced, name: string) => values[name] ?? braced) ?? null
}
