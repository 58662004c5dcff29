import { MAX_BYTES, readBody } from './read-fields'

/** The body as text, exactly as sent; null if it is too large. */
export async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return null
  return (await readBody(request))?.toString('utf8') ?? null
}
