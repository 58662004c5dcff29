import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { toWebRequest } from './web-request'

const headers = { host: 'a.example', 'content-type': 'application/x-www-form-urlencoded', 'set-cookie': ['a', 'b'] }
const body = 'name=%EA%B9%80+%EC%A7%80%EC%88%98&consent=on'

function made(text: string | null = body, method = 'POST'): Request {
  const incoming = { method, url: '/api/v1/x?y=1', headers } as unknown as IncomingMessage
  return toWebRequest(incoming, text === null ? undefined : Buffer.from(text), 'http://localhost:3000')
}

describe('toWebRequest', () => {
  it('says what a native Request says', async () => {
    const request = made()
    expect(request).toBeInstanceOf(Request)
    expect(request.method).toBe('POST')
    expect(request.url).toBe('http://localhost:3000/api/v1/x?y=1')
    expect(request.headers).toBeInstanceOf(Headers)
    expect(request.headers.get('Content-Type')).toBe('application/x-www-form-urlencoded')
    expect(request.headers.get('set-cookie')).toBe('a, b')
    expect(request.headers.has('x-none')).toBe(false)
    expect(request.redirect).toBe('follow')
    expect(request.signal.aborted).toBe(false)
    expect(await request.text()).toBe(body)
  })

  it('gives the body in every way', async () => {
    expect(Buffer.from(await made().arrayBuffer()).toString()).toBe(body)
    expect((await made().formData()).get('name')).toBe('김 지수')
    expect(await (await made().blob()).text()).toBe(body)
    expect(await made('{"a":[1]}').json()).toEqual({ a: [1] })
    const chunks: Uint8Array[] = []
    for await (const chunk of made().body ?? []) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe(body)
    expect(await made().clone().text()).toBe(body)
  })

  it('gives it once', async () => {
    for (const read of ['text', 'arrayBuffer', 'json', 'formData'] as const) {
      const request = made('{"a":1}')
      expect(request.bodyUsed).toBe(false)
      await request[read]().catch(() => undefined)
      expect(request.bodyUsed, read).toBe(true)
      await expect(request.text(), read).rejects.toThrow(TypeError)
      await expect(request.formData(), read).rejects.toThrow(TypeError)
    }
  })

  it('has no body where none was sent', async () => {
    const request = made(null, 'GET')
    expect(request.body).toBe(null)
    expect(await request.text()).toBe('')
    expect(request.bodyUsed).toBe(false)
    expect(await made('').text()).toBe('')
  })

  it('refuses broken JSON', async () => {
    await expect(made('{').json()).rejects.toThrow(SyntaxError)
  })
})
