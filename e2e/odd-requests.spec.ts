import { readFile } from 'node:fs/promises'
import { rawRequest } from '@/test/raw-request'
import { anotherSite, thisSite } from '@/test/sites.mjs'
import { SLUG } from './support/person'
import { expect, test } from './support/test'

const typed = 'typed-by-somebody'
const id = (seed: string) => seed.repeat(42).slice(0, 42)
const boundary = '----FormBoundary0123456789'
const multipart = (parts: Record<string, string>) => {
  const lines = Object.entries(parts).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${lines.join('')}--${boundary}--\r\n` }
}
const text = (body: string) => ({ type: 'text/plain;charset=UTF-8', body })

/** Requests for server actions as no browser sends them, with the id of a real one where it matters. */
function oddActions(known: string): [headers: Record<string, string>, { type: string; body: string }][] {
  return [
    [{ 'next-action': id('a1') }, text('[]')],
    [{ 'next-action': id('a1') }, multipart({ 0: '[]' })],
    [{ 'next-action': typed }, text(`["${typed}"]`)],
    [{ 'next-action': '' }, text('[]')],
    [{ 'next-action': '__proto__' }, text('[]')],
    [{ 'next-action': known }, text(typed)],
    [{ 'next-action': known }, text(`{"${typed}`)],
    [{ 'next-action': known }, text(`["$F1","${typed}"]`)],
    [{ 'next-action': known }, text(`["$K1","${typed}"]`)],
    [{ 'next-action': known }, text('[]')],
    [{ 'next-action': known }, text(`["${typed}",1,{},null]`)],
    [{ 'next-action': known }, multipart({ 0: typed })],
    [{ 'next-action': known }, multipart({ 0: '["$K1"]', '1_email': typed })],
    [{ 'next-action': known }, { type: 'multipart/form-data', body: typed }],
    [
      { 'next-action': known },
      { type: `multipart/form-data; boundary=${boundary}`, body: `--${boundary}\r\n${typed}` },
    ],
    [{ 'next-action': known }, { type: 'application/x-www-form-urlencoded', body: `a=${typed}` }],
    [{ 'next-action': known, 'next-router-state-tree': typed }, text('[]')],
    [{ 'next-action': known, origin: typed }, text('[]')],
    [{ 'next-action': known, origin: `https://${typed}.example` }, text('[]')],
    [{}, multipart({ [`$ACTION_ID_${id('a1')}`]: '', email: typed })],
    [{}, multipart({ [`$ACTION_ID_${typed}`]: '', email: typed })],
    [{}, multipart({ $ACTION_REF_1: '', '$ACTION_1:0': typed })],
    [{}, multipart({ $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${typed}","bound":"$@1"}` })],
    [{}, multipart({ $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${known}","bound":"$@1"}`, '$ACTION_1:1': typed })],
    [{}, multipart({ $ACTION_KEY: typed, [`$ACTION_ID_${known}`]: '', email: typed })],
    [{}, { type: `multipart/form-data; boundary=${boundary}`, body: `--${boundary}\r\n${typed}` }],
    [{}, { type: 'multipart/form-data', body: typed }],
    [{}, { type: typed, body: typed }],
  ]
}

test('requests for actions that no page sends get 4xx, and the log has neither a stack of them nor what was typed', async () => {
  test.setTimeout(400_000)
  const site = await anotherSite()
  try {
    const page = await (await fetch(`${site.url}/admin/sign-in`)).text()
    const known = /\$ACTION_ID_([0-9a-f]{42})/.exec(page)?.[1] ?? ''
    expect(known).not.toBe('')
    const wrong: string[] = []
    for (const [headers, { type, body }] of oddActions(known)) {
      const all = { origin: site.url, ...headers, 'content-type': type }
      const answer = await fetch(`${site.url}/admin/sign-in`, {
        method: 'POST',
        headers: all,
        body,
        redirect: 'manual',
      })
      const said = await answer.text()
      if (answer.status >= 500 || said.includes(typed))
        wrong.push(`${answer.status} ${JSON.stringify([headers, type, body])}`)
    }
    for (const [name, value] of [
      ['next-router-state-tree', typed],
      ['next-router-state-tree', encodeURIComponent('["",{},null]')],
      ['next-router-prefetch', typed],
      ['next-router-segment-prefetch', `/${typed}`],
      ['next-url', `//${typed}`],
      ['x-middleware-subrequest', typed],
      ['x-nextjs-data', '1'],
      ['x-matched-path', `/${typed}`],
      ['x-invoke-status', '500'],
      ['range', 'bytes=9-1'],
      ['if-none-match', typed],
      ['if-modified-since', typed],
      ['cookie', `admin=${typed}; ${typed}; =; %=%`],
      ['accept-language', `${typed};q=nan,`.repeat(50)],
      ['content-length', '0'],
    ] as const) {
      for (const path of ['/admin/sign-in', '/admin', '/api/v1/petitions', `/en/petitions/${SLUG}`]) {
        const request = [
          `GET ${path} HTTP/1.1`,
          `Host: ${new URL(site.url).host}`,
          'RSC: 1',
          `${name}: ${value}`,
          'Connection: close',
        ]
        const { status } = await rawRequest(Number(new URL(site.url).port), (send) =>
          send(`${request.join('\r\n')}\r\n\r\n`),
        )
        if (status >= 500 || status === 0) wrong.push(`${status} ${name}: ${value} ${path}`)
      }
    }
    const log = await readFile(site.log, 'utf8')
    expect(wrong).toEqual([])
    expect(log).not.toContain(typed)
    expect(log).not.toMatch(/^\s+at /m)
  } finally {
    await site.close()
  }
})

test('no path and no query that a program can send gives 5xx', async () => {
  test.setTimeout(400_000)
  const { port, host } = new URL(thisSite().url)
  const odd = [
    '%00',
    '%2e%2e',
    '%2E%2e%2f',
    '%ff',
    '%c0%af',
    '%e0%80%af',
    '%f4%90%80%80',
    '%zz',
    '%',
    '%u0041',
    '%ed%a0%80',
    '%e2%80%ae',
    '%EA%B9%80',
    '..',
    '.',
    '~',
    '__proto__',
    'constructor',
    '[slug]',
    '(preview)',
    '@x',
    "'",
    ';',
    '%5b',
    'a'.repeat(1500),
    '😀',
  ]
  const places = [
    '/',
    '/en/',
    '/ko/petitions/',
    '/en/members/',
    '/en/signature/',
    '/en/join/',
    '/en/unsubscribe/',
    '/en/letters/x/co-sign/',
    '/en/statement/',
    '/api/v1/petitions/',
    '/api/v1/',
    '/admin/',
    '/admin/signatures/',
    '/admin/petitions/',
    '/ledger/',
    `/ledger/${SLUG}/`,
    '/form-result',
    '/mailbox/',
    '/_next/',
    '/_next/static/',
    '/embed/',
  ]
  const queries = [
    '?',
    '?draft=',
    '?draft=%00',
    '?draft=%ff',
    '?draft=a&draft=b',
    '?locale=%00',
    '?page=%ff',
    '?q=%00%ff',
    '?asOf=x',
    '?token=%00',
    '?__proto__=1',
    `?draft=${'a'.repeat(6_000)}`,
  ]
  const paths = [
    ...places.flatMap((place) => odd.map((part) => place + part)),
    ...places.flatMap((place) => odd.slice(0, 4).map((part) => `${place}x/${part}/count`)),
    ...[
      '/en',
      `/en/petitions/${SLUG}/sign`,
      '/en/join/edit',
      '/en/members/find',
      '/form-result',
      '/admin/sign-in',
      '/api/v1/petitions',
      '/api/v1/unsubscribe',
      `/api/v1/petitions/${SLUG}/count`,
    ].flatMap((place) => queries.map((query) => place + query)),
  ]
  const requests = paths.flatMap((path) =>
    ['GET', 'HEAD', 'OPTIONS', 'POST']
      .filter((method) => method === 'GET' || path.length % 3 === 0)
      .map((method) => [method, path] as const),
  )
  const wrong: string[] = []
  const ask = async (): Promise<void> => {
    for (let next = requests.shift(); next; next = requests.shift()) {
      const [method, path] = next
      const head = `${method} ${Buffer.from(path).toString('latin1')} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n`
      const { status } = await rawRequest(Number(port), (send) =>
        send(`${head}${method === 'POST' ? 'Content-Length: 0\r\n' : ''}\r\n`),
      )
      if (status >= 500 || status === 0) wrong.push(`${status} ${method} ${path}`)
    }
  }
  await Promise.all([ask(), ask(), ask()])
  expect(wrong).toEqual([])
})

test('who sends a wrong form, then reloads or presses Enter in the address bar, is never asked to send it again', async ({
  page,
}) => {
  const { url } = thisSite()
  await page.goto(`/en/petitions/${SLUG}`)
  for (const path of [`/api/v1/petitions/${SLUG}/signatures`, '/api/v1/confirmations', '/api/v1/my-signature/links']) {
    await page.evaluate((action) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action, enctype: 'text/plain' })
      document.body.append(form)
      form.submit()
    }, path)
    await page.waitForURL('**/form-result?status=415')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('in a format that this site cannot read')
    await page.goto(path)
    expect(page.url()).toMatch(new RegExp(`^${url}/en/(?:petitions/${SLUG}#sign|signature)$`))
  }
})
