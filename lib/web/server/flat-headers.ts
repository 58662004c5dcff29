/**
 * Converts web headers to a flat list for `writeHead`, and adds those of `defaults` (also a flat list) that are not
 * set.
 * @param headers names in lower case
 */
export function flatHeaders(headers: Headers | Map<string, string>, defaults: string[]): string[] {
  const flat: string[] = []
  for (const [name, value] of headers) flat.push(name, value)
  for (let i = 0; i + 1 < defaults.length; i += 2) {
    const name = defaults[i] ?? ''
    if (!headers.has(name.toLowerCase())) flat.push(name, defaults[i + 1] ?? '')
  }
  return flat
}
