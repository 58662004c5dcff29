import type { APIRequestContext } from '@playwright/test'
import { count } from './support/count'
import { newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'

const url = `/api/v1/petitions/${SLUG}/signatures`
const good = () => ({
  name: 'Maria Beispiel',
  email: newPerson().email,
  country: 'KR',
  display: 'initials',
  consent: 'on',
  locale: 'ko',
})
const asJson = { accept: 'application/json' }

const post = (request: APIRequestContext, form: Record<string, string>, headers: Record<string, string> = asJson) =>
  request.post(url, { form, headers, maxRedirects: 0 })

for (const [what, wrong, field] of [
  ['no name', { name: '' }, 'name'],
  ['a name of 201 letters', { name: 'ㄱ'.repeat(201) }, 'name'],
  ['a header in the name', { name: 'A\r\nBcc: victim@example.org' }, 'name'],
  ['a NUL in the name', { name: 'A\u0000B' }, 'name'],
  ['an impossible address', { email: 'a@b' }, 'email'],
  ['a header in the address', { email: 'a@example.org\nBcc: victim@example.org' }, 'email'],
  ['an address of 300 letters', { email: `${'a'.repeat(300)}@example.org` }, 'email'],
  ['an unknown country', { country: 'XX' }, 'country'],
  ['no consent', { consent: '' }, 'consent'],
  ['a comment of 1,001 letters', { comment: '말'.repeat(1001) }, 'comment'],
  ['a wrong way to appear', { display: 'loud' }, 'display'],
] as const) {
  test(`${what}: 422, said in the person's language; as a form 303 back, filled in`, async ({ request, page }) => {
    const fields = { ...good(), ...wrong }
    const answer = await post(request, fields)
    expect(answer.status()).toBe(422)
    const { errors } = (await answer.json()) as { errors: Record<string, string[]> }
    expect(Object.keys(errors)).toEqual([field])
    expect(errors[field]?.[0]).toMatch(/[가-힣]/)

    const back = await post(request, fields, {})
    expect(back.status()).toBe(303)
    const location = back.headers().location ?? ''
    expect(location.length).toBeLessThan(8_000)
    expect(decodeURIComponent(location)).not.toContain(fields.email)
    await page.goto(location)
    await expect(page.getByRole('alert')).toContainText(errors[field]?.[0] ?? '-')
    if (field !== 'country') await expect(page.locator('[name=country]')).toHaveValue('KR')
  })
}

test('what cannot be read gets the right status and a sentence, and no stack', async ({ request }) => {
  const broken = [
    { status: 415, data: 'name=A', headers: { 'content-type': 'text/plain' } },
    { status: 400, data: '{"name":', headers: { 'content-type': 'application/json' } },
    { status: 400, data: 'x', headers: { 'content-type': 'multipart/form-data; boundary=nothing' } },
    {
      status: 413,
      data: `comment=${'a'.repeat(10_000_000)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
  ]
  for (const { status, data, headers } of broken) {
    for (const accept of ['application/json', 'text/html']) {
      const answer = await request
        .post(url, { data, headers: { ...headers, accept, 'accept-language': 'ko' } })
        .catch(() => null)
      // A body of 10 MB may be cut off before it is all sent; then the connection breaks instead.
      if (!answer && status === 413) continue
      expect(answer?.status()).toBe(status)
      const text = (await answer?.text()) ?? ''
      expect(text).not.toMatch(/\bat .*\(|node_modules|Error:/)
      if (accept === 'text/html') expect(text).toMatch(/[가-힣]/)
      else expect(JSON.parse(text)).toEqual({ error: expect.any(String) })
    }
  }
})

test('broken UTF-8, an unknown petition and a wrong token', async ({ request, page }) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...asJson }
  const broken = await request.post(url, { data: 'name=%ff%fe&email=a%40example.org&country=KR&consent=on', headers })
  expect(broken.status()).toBe(422)
  const unknown = await request.post('/api/v1/petitions/no-such/signatures', { form: good(), headers: asJson })
  expect([unknown.status(), await unknown.json()]).toEqual([404, { error: 'petition_unknown' }])
  const token = await request.post('/api/v1/confirmations', { form: { token: 'A'.repeat(43) }, headers: asJson })
  expect([token.status(), await token.json()]).toEqual([404, { error: 'token_unknown' }])
  await page.goto(`/ko/signature/${'A'.repeat(43)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('이 링크는 사용할 수 없습니다')
})

test('JSON that holds no text where text belongs: 422 by name; capitals in types and a byte order mark are fine', async ({
  request,
}) => {
  const headers = { 'content-type': 'Application/JSON', accept: '' }
  for (const wrong of [['a'], { a: 1 }, 7]) {
    const data = JSON.stringify({ ...good(), name: wrong })
    const answer = await request.post(url, { data: Buffer.from(data), headers })
    expect([answer.status(), Object.keys(((await answer.json()) as { errors: object }).errors)]).toEqual([
      422,
      ['name'],
    ])
  }
  const data = Buffer.from(`\ufeff${JSON.stringify(good())}`)
  expect((await request.post(url, { data, headers })).status()).toBe(202)
})

test('a language that the API does not speak, or two, are refused, and not taken for English', async ({ request }) => {
  for (const query of ['locale=xx', 'locale=', 'locale=en&locale=ko', 'locale=%00']) {
    const answer = await request.get(`/api/v1/petitions?${query}`)
    expect([query, answer.status()]).toEqual([query, query === 'locale=' ? 200 : 422])
  }
})

test('after all of it nobody is counted who did not confirm', async ({ request }) => {
  const before = await count(request)
  for (const name of ['', 'A\u0000']) await post(request, { ...good(), name })
  expect(await count(request)).toBe(before)
})
