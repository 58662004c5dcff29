import type { IncomingMessage } from 'node:http'

/**
 * Makes a web Request from a request that Node has already read, for handlers that are called directly. A native
 * Request with its streams costs several times all the rest, so the members that handlers use (`method`, `url`,
 * `headers`, the whole body) are answered from memory, with the native meaning; every other member is that of a native
 * Request, which is made on first use.
 */
export function toWebRequest(incoming: IncomingMessage, body: Buffer | undefined, siteUrl: string): Request {
  // It has all members of a Request: its own, and by prototype those delegated below.
  return new SiteRequest(incoming, body, siteUrl) as unknown as Request
}

class SiteRequest {
  #incoming: IncomingMessage
  #body: Buffer | undefined
  #siteUrl: string
  #used = false
  #headers: Headers | undefined
  #native: Request | undefined

  constructor(incoming: IncomingMessage, body: Buffer | undefined, siteUrl: string) {
    this.#incoming = incoming
    this.#body = body
    this.#siteUrl = siteUrl
  }

  get method(): string {
    return this.#incoming.method ?? 'GET'
  }

  get url(): string {
    return this.#siteUrl + this.#incoming.url
  }

  get headers(): Headers {
    this.#headers ??= toHeaders(this.#incoming)
    return this.#headers
  }

  get bodyUsed(): boolean {
    return this.#used || this.#native?.bodyUsed === true
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#native && !this.#used ? this.#native.arrayBuffer() : this.#take().buffer
  }

  async text(): Promise<string> {
    return this.#native && !this.#used ? this.#native.text() : new TextDecoder().decode(this.#take())
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text())
  }

  /** The native Request, for streams, forms and clones. */
  native(): Request {
    if (this.#native) return this.#native
    const body = this.#body ? { body: new Uint8Array(this.#body) } : {}
    this.#native = new Request(this.url, { method: this.method, headers: this.headers, ...body })
    // A body that was read here is read there, too.
    if (this.#used) void this.#native.arrayBuffer()
    return this.#native
  }

  #take(): Uint8Array<ArrayBuffer> {
    if (this.#used) throw new TypeError('Body is unusable: Body has already been read')
    this.#used = this.#body !== undefined
    return new Uint8Array(this.#body ?? [])
  }
}

function toHeaders({ headers }: IncomingMessage): Headers {
  const flat: Record<string, string> = {}
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return new Headers(flat)
}

for (const name of Object.getOwnPropertyNames(Request.prototype)) {
  if (!(name in SiteRequest.prototype)) Object.defineProperty(SiteRequest.prototype, name, delegated(name))
}
Object.setPrototypeOf(SiteRequest.prototype, Request.prototype)

/** A property that is delegated to the native Request, with its methods bound to it. */
function delegated(name: string): PropertyDescriptor {
  return {
    get(this: SiteRequest): unknown {
      const native = this.native()
      const member: unknown = Reflect.get(native, name)
      return typeof member === 'function' ? member.bind(native) : member
    },
  }
}
