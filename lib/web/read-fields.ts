/** Largest body of a public form, in bytes; the front door stops reading there too. */
export const MOST_BYTES = 64 * 1024

export type ReadResult = { ok: true; fields: Record<string, string> } | { ok: false; status: 400 | 413 | 415 }

/** Reads a form post: urlencoded, multipart or JSON. Of a repeated field the last one counts; files are left out. */
export async function readFields(request: Request): Promise<ReadResult> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return tooLarge
  const read = readers.get(type)
  if (!read) return { ok: false, status: 415 }
  try {
    const body = await readBody(request)
    return body ? { ok: true, fields: await read(body, request) } : tooLarge
  } catch {
    return { ok: false, status: 400 }
  }
}

const tooLarge: ReadResult = { ok: false, status: 413 }

type Fields = Record<string, string>

const readers = new Map<string, (body: Buffer, request: Request) => Fields | Promise<Fields>>([
  ['application/x-www-form-urlencoded', (body) => Object.fromEntries(new URLSearchParams(body.toString('utf8')))],
  ['application/json', (body) => fromJson(JSON.parse(body.toString('utf8')))],
  ['multipart/form-data', fromMultipart],
])

function fromJson(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not an object')
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, asText(field)]))
}

/** JSON has kinds that a form has not; a ticked box may come as `true`. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === true) return 'on'
  return value === false || value === null || value === undefined ? '' : JSON.stringify(value)
}

async function fromMultipart(body: Buffer, request: Request): Promise<Fields> {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(new Uint8Array(body), { headers }).formData()
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** The whole body, or null as soon as it is too large. */
export async function readBody(request: Request): Promise<Buffer | null> {
  // HTTP holds the sender to a stated length, which was looked at above: no need to count.
  if (request.headers.has('content-length')) return Buffer.from(await request.arrayBuffer())
  if (!request.body) return Buffer.alloc(0)
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > MOST_BYTES) return null
    chunks.push(value)
  }
}
