import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Encoding, encodings } from './choose-encoding'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** One representation, ready to send: headers as a flat list for `writeHead`, the same without a body for 304. */
interface Variant {
  etag: string
  headers: string[]
  unchangedHeaders: string[]
  body: Buffer
}

/** An answer whose bytes are final, in every encoding (encodings may share one variant). */
export interface Answer {
  status: number
  variants: Record<Encoding, Variant>
  /** Hash of the uncompressed body. */
  hash: string
  /** The memory that it takes, in bytes. */
  size: number
}

export interface AnswerParts {
  status: number
  /** Flat list of names and values, without content-length, content-encoding, etag and vary. */
  headers: string[]
  body: Buffer
  compress: boolean
  vary?: string
  /** Brotli quality 0–11: 5 for what is remade every few seconds, more for what stays. */
  quality?: number
}

/** Whether compressing bytes of a media type makes them smaller. */
export function isText(type: string): boolean {
  return /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml))/.test(type)
}

/**
 * Makes an answer: compresses its body once and fixes all headers. The compressed bytes of `previous` are reused if its
 * body is the same, as in most revalidations.
 */
export async function makeAnswer(parts: AnswerParts, previous?: Answer): Promise<Answer> {
  const hash = createHash('sha256').update(parts.body).digest('base64url').slice(0, 27)
  const same = previous?.hash === hash ? previous.variants : undefined
  const worthIt = parts.compress && parts.body.length > 256
  const [br, gz] = await Promise.all([
    worthIt ? (same?.br.body ?? compressBrotli(parts.body, parts.quality ?? 5)) : parts.body,
    worthIt ? (same?.gzip.body ?? gzipped(parts.body)) : parts.body,
  ])
  const bodies: Record<Encoding, Buffer> = { br, gzip: gz, identity: parts.body }
  const variants = {} as Record<Encoding, Variant>
  for (const encoding of encodings) {
    variants[encoding] = makeVariant(parts, bodies[encoding], hash, worthIt ? encoding : 'identity')
  }
  const size = parts.body.length + (worthIt ? br.length + gz.length : 0) + 4096
  return { status: parts.status, variants, hash, size }
}

function compressBrotli(body: Buffer, quality: number): Promise<Buffer> {
  return brotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })
}

function makeVariant(parts: AnswerParts, body: Buffer, hash: string, encoding: Encoding): Variant {
  // Strong validators differ between encodings (RFC 9110 §8.8.3).
  const etag = encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`
  const vary = [parts.compress ? 'Accept-Encoding' : '', parts.vary ?? ''].filter(Boolean).join(', ')
  const unchangedHeaders = [...parts.headers]
  if (vary) unchangedHeaders.push('Vary', vary)
  if (parts.status === 200) unchangedHeaders.push('ETag', etag)
  const headers = [...unchangedHeaders, 'Content-Length', String(body.length)]
  if (encoding !== 'identity') headers.push('Content-Encoding', encoding)
  return { etag, headers, unchangedHeaders, body }
}
