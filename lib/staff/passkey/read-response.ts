/** Parses a browser's answer: JSON, an object with an id. The library verifies its content. */
export function readResponse<T extends { id: string }>(typed: string): T | null {
  if (typed.length > 20_000) return null
  try {
    const parsed: unknown = JSON.parse(typed)
    const isResponse = typeof parsed === 'object' && parsed !== null && 'id' in parsed && typeof parsed.id === 'string'
    return isResponse ? (parsed as T) : null
  } catch {
    return null
  }
}
