/** In bytes: the largest body of a public form. The server stops reading there too. */
export const MAX_BYTES = 64 * 1024

export type ReadResult = { ok: true; fields: Record<string, string> } | Unread

/** Why a form could not be read; with 422 the names of the JSON fields that are not text. */
export type Unread = { ok: false; status: 400 | 413 | 415 } | { ok: false; status: 422; names: string[] }

/**
 * Reads a form post: urlencoded, multipart or JSON, with or without a byte order mark. The last value of a repeated
 * field counts; files are left out.
 */
export async function readFields(request: Request): Promise<ReadResult> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return tooLarge
  const read = readers.get(type)
  if (!read) return { ok: false, status: 415 }
  try {
    const body = await readBody(request)
    return body ? { ok: true, fields: await read(withoutMark(body), request) } : tooLarge
  } catch (error) {
    if (error instanceof NotText) return { ok: false, status: 422, names: error.names }
    return { ok: false, status: 400 }
  }
}

const tooLarge: Unread = { ok: false, status: 413 }

type Fields = Record<string, string>

const readers = new Map<string, (body: Buffer, request: Request) => Fields | Promise<Fields>>([
  ['application/x-www-form-urlencoded', (body) => Object.fromEntries(new URLSearchParams(body.toString('utf8')))],
  ['application/json', (body) => fromJson(JSON.parse(body.toString('utf8')))],
  ['multipart/form-data', fromMultipart],
])

function fromJson(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not an object')
  const fields = Object.entries(value).map(([name, field]) => [name, asText(name, field)] as const)
  const wrong = fields.flatMap(([name, text]) => (text === undefined ? [name] : []))
  if (wrong.length > 0) throw new NotText(wrong)
  return Object.fromEntries(fields) as Fields
}

class NotText extends Error {
  constructor(readonly names: string[]) {
    super('a field of JSON that holds no text')
  }
}

/** Checkboxes, which JSON may send as `true` or `false`. */
export const boxes = ['consent', 'neutral', 'updates', 'authority', 'later']

/** A JSON value as a form would send it. Undefined if it is not text: lists and numbers are not guessed at. */
function asText(name: string, value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (typeof value === 'boolean' && boxes.includes(name)) return value ? 'on' : ''
  return undefined
}

/** Some programs begin a body with a byte order mark (U+FEFF in UTF-8). */
function withoutMark(body: Buffer): Buffer {
  return body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? body.subarray(3) : body
}

async function fromMultipart(body: Buffer, request: Request): Promise<Fields> {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(new Uint8Array(body), { headers }).formData()
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** The whole body, or null as soon as it is too large. */
export async function readBody(request: Request): Promise<Buffer | null> {
  // HTTP holds the sender to the stated length, which was checked above: no need to count.
  if (request.headers.has('content-length')) return Buffer.from(await request.arrayBuffer())
  if (!request.body) return Buffer.alloc(0)
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > MAX_BYTES) return null
    chunks.push(value)
  }
}
