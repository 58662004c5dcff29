import { expect, it } from 'vitest'
import { wantsJson } from './answer'
import { unreadable } from './read-post'

const asked = (headers: Record<string, string>) => new Request('http://localhost/', { method: 'POST', headers })

it.each([
  [{ accept: 'application/json' }, true],
  [{ accept: 'Application/JSON' }, true],
  [{ 'content-type': 'Application/Json;charset=UTF-8' }, true],
  [{ 'content-type': 'application/json', accept: 'TEXT/HTML' }, false],
  [{ 'content-type': 'application/jsonp' }, false],
  [{ accept: 'text/html' }, false],
  [{ accept: 'text/html, application/json;q=0' }, false],
  [{ accept: 'text/html;q=0, application/json' }, true],
  [{ accept: 'application/jsonp' }, false],
  [{ accept: ',;/;q=,"' }, false],
  [{}, false],
])('wantsJson for %j is %s', (headers, json) => {
  expect(wantsJson(asked(headers))).toBe(json)
})

it('reports each JSON field that is not text, in the sender’s language', async () => {
  const request = asked({ accept: 'application/json', 'accept-language': 'ko' })
  const answer = unreadable(request, { ok: false, status: 422, names: ['name'] })
  expect(answer.status).toBe(422)
  const codes = { name: ['not_text'] }
  expect(await answer.json()).toEqual({ errors: { name: [expect.stringMatching(/[가-힣]/)] }, codes })
  const page = unreadable(asked({ accept: 'text/html' }), { ok: false, status: 422, names: ['name'] })
  expect([page.status, page.headers.get('location')]).toEqual([303, '/form-result?status=400'])
})
