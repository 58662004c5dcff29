import { describe, expect, it } from 'vitest'
import { MAX_BYTES, readFields } from './read-fields'

const post = (type: string, body: BodyInit) =>
  new Request('http://localhost/', { method: 'POST', headers: { 'content-type': type }, body })

describe('readFields', () => {
  it('reads urlencoded, multipart and JSON forms', async () => {
    const form = new FormData()
    form.set('name', '김지수')
    const read = { ok: true, fields: { name: '김지수' } }
    expect(
      await readFields(post('application/x-www-form-urlencoded; charset=UTF-8', 'name=%EA%B9%80%EC%A7%80%EC%88%98')),
    ).toEqual(read)
    expect(await readFields(post('application/json', '{"name":"김지수"}'))).toEqual(read)
    expect(await readFields(new Request('http://localhost/', { method: 'POST', body: form }))).toEqual(read)
  })

  it('reads a JSON boolean as a checkbox, and null as missing', async () => {
    const read = await readFields(
      post('application/json', '{"consent":true,"updates":false,"comment":null,"__proto__":"x"}'),
    )
    expect(read).toMatchObject({ ok: true, fields: { consent: 'on', updates: '', comment: '' } })
  })

  it.each(['["a"]', '{"a":1}', '7', 'true', '[]', '1e999'])(
    'refuses %s where text belongs, by its name',
    async (value) => {
      const read = await readFields(
        post('application/json', `{"name":${value},"email":"a@example.org","token":${value}}`),
      )
      expect(read).toEqual({ ok: false, status: 422, names: ['name', 'token'] })
    },
  )

  it('accepts a byte order mark and a content type in capitals', async () => {
    const read = { ok: true, fields: { name: 'a' } }
    expect(await readFields(post('Application/JSON; Charset=UTF-8', '\ufeff{"name":"a"}'))).toEqual(read)
    expect(await readFields(post('APPLICATION/X-WWW-FORM-URLENCODED', '\ufeffname=a'))).toEqual(read)
  })

  it.each([
    [415, post('text/plain', 'name=a')],
    [415, post('', 'name=a')],
    [400, post('application/json', '{')],
    [400, post('application/json', '[1]')],
    [400, post('multipart/form-data', 'no boundary')],
    [413, post('application/x-www-form-urlencoded', 'a'.repeat(MAX_BYTES + 1))],
  ])('answers %i', async (status, request) => {
    expect(await readFields(request)).toEqual({ ok: false, status })
  })

  it('stops reading an endless body', async () => {
    let pulled = 0
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1024).fill(97 + (pulled++ && 0))),
    })
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
      duplex: 'half',
    }
    expect(await readFields(new Request('http://localhost/', init as RequestInit))).toEqual({ ok: false, status: 413 })
    expect(pulled).toBeLessThan(80)
  })

  it('passes broken UTF-8 on as U+FFFD, which no field accepts', async () => {
    const read = await readFields(post('application/x-www-form-urlencoded', 'name=%ff%fe'))
    expect(read).toEqual({ ok: true, fields: { name: '\ufffd\ufffd' } })
  })
})
