import { type APIRequestContext, type APIResponse, expect as check } from '@playwright/test'
import { exampleCommand } from '@/components/developers/example-command'
import { contractOf, type DocumentedOperation } from '@/test/contract'
import { mailedLink } from './support/mailbox'
import { openPage } from './support/open-page'
import { otherSite } from './support/other-site'
import { newPerson, SLUG } from './support/person'
import { privateLink } from './support/private-link'
import { expect, test } from './support/test'

type Document = Parameters<typeof contractOf>[0]

/** The document as served, and a check of answers against it. */
async function contract(request: APIRequestContext) {
  const document = (await (await request.get('/api/v1/openapi.json')).json()) as Document
  const wrong = contractOf(document)

  /** Fails unless the answer is one that the document describes: its status, type, headers and body. */
  async function keeps(operation: DocumentedOperation, answer: APIResponse) {
    const status = String(answer.status())
    const what = `${operation.operationId} ${status}`
    const documented = operation.responses[status]
    check(documented, `${what} is documented: ${await answer.text()}`).toBeDefined()
    const headers = answer.headers()
    for (const [name, { schema }] of Object.entries(documented?.headers ?? {})) {
      if (schema.const) check([what, name, headers[name.toLowerCase()]]).toEqual([what, name, schema.const])
      else check([what, headers[name.toLowerCase()]]).toEqual([what, check.any(String)])
    }
    if (!documented?.headers['Access-Control-Allow-Origin'])
      check([what, headers['access-control-allow-origin']]).toEqual([what, undefined])
    const { 'application/json': body } = documented?.content ?? {}
    if (body?.schema) check([what, wrong(body.schema, await answer.json())]).toEqual([what, null])
    else check(Object.keys(documented?.content ?? {})).toContain(headers['content-type'])
  }

  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return { all, keeps }
}

test('every example in the document runs, and every answer is as the document says', async ({ page, request }) => {
  const { all, keeps } = await contract(request)
  const examples = all.flatMap(({ operation }) => {
    const { 'x-example': example } = operation
    return example ? [{ operation, example }] : []
  })
  expect(examples.length).toBe(all.length - 1)
  for (const { operation, example } of examples) {
    const { path, body, status } = example
    const answer = body ? await request.post(path, { data: body }) : await request.get(path)
    expect([path, answer.status()]).toEqual([path, status])
    await keeps(operation, answer)
  }
  for (const { method, path, operation } of all) {
    const at = path
      .replace('{slug}', method === 'post' ? SLUG : 'none')
      .replace('{path}', 'en/letters/none')
      .replace('{id}', 'none')
    if (method === 'get') await keeps(operation, await request.get(at))
    if (method === 'get' || !operation.requestBody?.content['multipart/form-data']) continue
    const typed = (type: string, data: string) =>
      request.post(at, { headers: { 'content-type': type, accept: 'application/json' }, data })
    for (const [type, data] of [
      ['application/json', '{'],
      ['application/json', '{"name":7,"token":7}'],
      ['application/json', '{"locale":"xx"}'],
      ['text/plain', 'name'],
    ] as const)
      await keeps(operation, await typed(type, data))
    await keeps(operation, await typed('application/json', `"${'a'.repeat(66_000)}"`))
    const asked = await request.get(at, { headers: { accept: 'application/json' } })
    if (path !== '/api/v1/unsubscribe') expect([at, asked.status()]).toEqual([at, 405])
  }

  await openPage(page, '/en/developers')
  for (const { method, path } of all) await expect(page.getByText(`${method.toUpperCase()} ${path}`)).not.toHaveCount(0)
  const commands = await page.locator('section[aria-labelledby^="to-"] pre').allInnerTexts()
  const site = new URL(page.url()).origin
  expect(commands).toEqual(examples.map(({ example }) => exampleCommand(site, example)))
})

test('a developer signs, confirms, and gets the receipt and all data by the interface alone', async ({ request }) => {
  const { all, keeps } = await contract(request)
  const person = newPerson()
  const send = async (id: string, data: object, slug = SLUG) => {
    const { path, operation } = all.find((one) => one.operation.operationId === id) ?? {}
    if (!path || !operation) throw new Error(`no operation ${id}`)
    const answer = await request.post(path.replace('{slug}', slug), { data })
    await keeps(operation, answer)
    return answer
  }
  const said = async (answer: APIResponse) => (await answer.json()) as Record<string, never>

  expect(await said(await send('sign', { email: 'nobody' }))).toMatchObject({
    codes: { name: ['missing'], email: ['invalid'], country: ['missing'], consent: ['missing'] },
  })
  await send('sign', {}, 'none')
  const { name, email } = person
  expect((await send('sign', { name, email, country: 'AT', consent: true })).status()).toBe(202)
  const stranger = newPerson().email
  expect(await said(await send('mailAgain', { email: stranger }))).toMatchObject({ error: 'rate_limited', later: true })
  expect(await said(await send('mailAgain', { email: stranger, later: true }))).toMatchObject({ later: true })
  const token = (await mailedLink(request, email)).split('/').at(-1)
  expect((await send('confirm', { token, correct: 'on', name: ' ' })).status()).toBe(422)
  expect((await send('confirm', { token })).status()).toBe(200)
  await expect.poll(async () => (await send('makeReceipt', { token })).status(), { timeout: 60_000 }).toBe(200)
  expect((await send('appeal', { token, appeal: ' ' })).status()).toBe(422)

  expect((await send('requestLink', { email })).status()).toBe(202)
  const link = (await privateLink(request, email)).split('/').at(-1)
  const { session } = await said(await send('startSession', { token: link }))
  const data = await said(await send('exportOwnData', { session }))
  expect(data.signatures).toMatchObject([{ petition: SLUG, name, email, state: 'counted' }])
  const wrong = { session, petition: SLUG, [`name.${SLUG}`]: ' ', [`display.${SLUG}`]: 'full' }
  expect(await said(await send('changeSignature', wrong))).toMatchObject({ codes: { name: ['missing'] } })
  expect((await send('changeSignature', { ...wrong, [`name.${SLUG}`]: 'Maria B.' })).status()).toBe(200)
  expect((await send('withdrawOwn', { session, petition: SLUG })).status()).toBe(200)
  expect((await send('withdraw', { token })).status()).toBe(200)
  expect((await send('eraseOwn', { session })).status()).toBe(200)
  expect((await send('confirm', { token })).status()).not.toBe(200)
})

test('a page of another site reads the count, and no answer to a form', async ({ page, baseURL }) => {
  const other = await otherSite('<p>Another site</p>')
  await page.goto(other.url)
  const read = (path: string, body?: string) =>
    page.evaluate(
      ([url, sent]) =>
        fetch(url ?? '', sent ? { method: 'POST', body: new URLSearchParams(sent) } : {}).then(
          async (answer) => JSON.stringify(await answer.json()),
          () => 'not readable',
        ),
      [`${baseURL}${path}`, body],
    )
  expect(await read(`/api/v1/petitions/${SLUG}/count`)).toMatch(/^\{"count":\d+,"asOf":"/)
  expect(await read('/api/v1/petitions?locale=ko')).toContain(SLUG)
  expect(await read('/api/v1/openapi.json')).toContain('"openapi":"3.1.1"')
  expect(await read('/api/v1/confirmations', 'token=x')).toBe('not readable')
  expect(await read('/api/v1/my-signature/exports', 'session=x')).toBe('not readable')
  other.close()
})
