import { describe, expect, it } from 'vitest'
import { openTestServer } from '@/test/open-test-server'

const known = 'a1'.repeat(21)
const other = 'b2'.repeat(21)
const boundary = '----FormBoundary0123456789'
const form = (parts: Record<string, string>) =>
  `${Object.entries(parts)
    .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')}--${boundary}--\r\n`
const multipart = `multipart/form-data; boundary=${boundary}`
const text = 'text/plain;charset=UTF-8'

async function ask(body: string, type: string, headers: Record<string, string> = {}, path = '/admin/x') {
  let passed: string | undefined
  const { url } = await openTestServer({
    async framework(request, response, _, read) {
      const chunks: Buffer[] = read ? [read] : []
      if (!read) for await (const chunk of request) chunks.push(chunk as Buffer)
      passed = Buffer.concat(chunks).toString('utf8')
      response.end()
    },
  })
  const init = { method: 'POST', body, headers: { 'content-type': type, ...headers } }
  const { status } = await fetch(url + path, init)
  return { status, passed }
}

const call = { 'next-action': known }

describe('a request for a server action', () => {
  it.each([
    ['a form of a page with scripts', form({ '1_email': 'a$b', 0: '["$K1"]' }), multipart, call],
    ['a call with a text', '["0191a2b3","$$5"]', text, call],
    ['a call with nothing', '[]', text, call],
    ['a form of a page without scripts', form({ [`$ACTION_ID_${known}`]: '', email: '$Fa "$F1"' }), multipart, {}],
    [
      'one with bound values',
      form({ $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${known}","bound":"$@1"}`, '$ACTION_1:1': '["x"]' }),
      multipart,
      {},
    ],
    ['a form that is for no action', form({ email: 'x' }), multipart, {}],
    ['no form at all', 'a=b', 'application/x-www-form-urlencoded', {}],
  ])('%s is passed on unchanged', async (_, body, type, headers) => {
    expect(await ask(body, type, headers)).toEqual({ status: 200, passed: body })
  })

  it.each([
    ['an unknown action', 404, '[]', text, { 'next-action': other }],
    ['an unknown action of a form', 404, form({ [`$ACTION_ID_${other}`]: '' }), multipart, {}],
    ['no id', 404, '[]', text, { 'next-action': '' }],
    ['a name every object has', 404, '[]', text, { 'next-action': '__proto__' }],
    ['text that is no JSON', 400, 'x', text, call],
    ['JSON that is no list', 400, '{}', text, call],
    ['a reference to a function', 400, '["$F1"]', text, call],
    ['a reference to anything else', 400, '["$Q1"]', text, call],
    ['a list that is none', 400, form({ 0: 'x' }), multipart, call],
    ['no list', 400, form({ '1_email': 'x' }), multipart, call],
    ['a part that is no JSON', 400, form({ 0: '["$@1"]', 1: '{' }), multipart, call],
    ['a body without its end', 400, `--${boundary}\r\nx`, multipart, call],
    ['a form without its end', 400, `--${boundary}\r\nx`, multipart, {}],
    ['no boundary', 400, 'x', 'multipart/form-data', {}],
    ['bound values that are no JSON', 400, form({ $ACTION_REF_1: '', '$ACTION_1:0': 'x' }), multipart, {}],
    [
      'a bound action that is unknown',
      400,
      form({ $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${other}"}` }),
      multipart,
      {},
    ],
    ['a bound action that is missing', 400, form({ $ACTION_REF_1: '' }), multipart, {}],
    ['bound values of no action', 400, form({ '$ACTION_1:1': '{' }), multipart, {}],
    ['another site', 403, '[]', text, { ...call, origin: 'https://evil.example' }],
    ['no site', 403, '[]', text, { ...call, origin: 'null' }],
    ['an origin that is none', 403, '[]', text, { ...call, origin: 'x' }],
    ['more than staff may send', 413, `["${'a'.repeat(1_048_576)}"]`, text, call],
  ])('%s: %i, without reaching Next.js', async (_, status, body, type, headers) => {
    expect(await ask(body, type, headers)).toEqual({ status, passed: undefined })
  })

  it('a scan is streamed: its endpoint authenticates before anything is read', async () => {
    expect(await ask('x', 'multipart/form-data', {}, '/admin/paper/sheets')).toEqual({ status: 200, passed: 'x' })
  })
})
