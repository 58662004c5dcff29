import { mediaTypes } from '@/lib/coalition/documents/document-types'
import type { DocumentType } from '@/prisma/generated/enums'
import { withSharedBody } from './shared-body'

interface File {
  /** Its name, without the ending. */
  name: string
  type: DocumentType
  sha256: string
  /** @returns null where it was removed meanwhile */
  read(): Promise<Uint8Array<ArrayBuffer> | null>
}

/**
 * A file of the coalition, to save: no browser shows it as a page of this site, and in a sandbox it runs nothing. The
 * hash of its bytes is its entity tag.
 */
export async function answerFile(found: File | null, request: Request): Promise<Response> {
  if (!found) return missing()
  const etag = `"${found.sha256}"`
  const caching = { etag, 'cache-control': 'public, max-age=0, s-maxage=5, must-revalidate' }
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: caching })
  const bytes = await found.read()
  if (!bytes) return missing()
  return withSharedBody(bytes, {
    ...caching,
    'content-type': mediaTypes[found.type],
    'content-disposition': `attachment; filename="${found.name}.${found.type}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  })
}

function matches(given: string | null, etag: string): boolean {
  return (given ?? '').split(',').some((one) => [etag, `W/${etag}`, '*'].includes(one.trim()))
}

function missing(): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response('There is no such document.\n', { status: 404, headers })
}
