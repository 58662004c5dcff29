import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { count, expectCount } from './support/count'
import { mailedLink, mailsTo } from './support/mailbox'
import { confirm, newPerson, sign } from './support/person'
import { openPrivatePage, privateLink } from './support/private-link'
import { expect, test } from './support/test'
import { textsOf } from './support/texts-of'

test('a signer sees everything held, takes a copy, has it erased, and nothing is left', async ({ page, request }) => {
  const person = newPerson({ name: 'Erika Beispiel' })
  const before = await count(request)
  await sign(page, person)
  const link = await mailedLink(request, person.email)
  await confirm(page, link, 'en')
  await expectCount(request, before + 1)

  await page.goto('/en/signature')
  await expectAccessible(page)
  await openPrivatePage(page, request, person)
  await expectAccessible(page)
  const main = page.getByRole('main')
  for (const shown of [person.name, person.email, 'South Korea', 'Counted']) await expect(main).toContainText(shown)

  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'For programs (JSON)' }).click(),
  ])
  const data = JSON.parse(await readFile(await copy.path(), 'utf8'))
  expect(data.signatures).toMatchObject([{ name: person.name, email: person.email, country: 'KR', state: 'counted' }])
  const [text] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'As text' }).click(),
  ])
  expect(await readFile(await text.path(), 'utf8')).toContain(`Name: ${person.name}`)

  const visit = page.url()
  await page.locator('summary', { hasText: 'Delete everything' }).click()
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything has been deleted')
  await expectAccessible(page)
  await expectCount(request, before)
  for (const dead of [visit, link]) {
    await page.goto(dead)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/does not work/)
  }
})

test('a private link opens once, and its secret goes into no referrer', async ({ page, request }) => {
  const person = newPerson()
  await sign(page, person)
  await confirm(page, await mailedLink(request, person.email), 'en')
  const referrers: string[] = []
  page.on('request', (asked) => referrers.push(asked.headers().referer ?? ''))
  await openPrivatePage(page, request, person)
  const visit = page.url()
  await page.locator('summary', { hasText: 'Change my name or how it appears' }).click()
  await page.getByLabel('Full name').fill('Other Name')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('status')).toHaveText('Your changes have been saved.')
  expect(page.url()).toBe(visit)
  expect(referrers.filter((referrer) => /\/own\//.test(referrer))).toEqual([])
  expect(await page.context().cookies()).toEqual([])

  await page.goto(await privateLink(request, person.email))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This private link does not work')
  const answer = await request.get(visit)
  expect(answer.headers()['cache-control']).toContain('no-store')
})

test('asking for a stranger gives the same answer, and no mail', async ({ page, request }) => {
  const signer = newPerson()
  await sign(page, signer)
  await mailedLink(request, signer.email)
  const answers = []
  for (const { email } of [signer, newPerson()]) {
    const answer = await request.post('/api/v1/my-signature/links', { form: { email, locale: 'en' }, maxRedirects: 0 })
    const { date: _, ...headers } = answer.headers()
    answers.push({ status: answer.status(), headers, body: await answer.text() })
  }
  expect(answers[0]).toEqual(answers[1])
  await privateLink(request, signer.email)
  expect(await mailsTo(request, signer.email)).toHaveLength(2)

  await page.goto('/en/signature')
  await page.getByLabel('The email address you used').fill('no address')
  await page.getByRole('button', { name: 'Email me a private link' }).click()
  await expect(page.getByRole('alert')).toContainText('Enter an email address')
  await expectAccessible(page)
})

test('after erasing, no table, file or log of the site knows name, address or their hashes', async ({
  page,
  request,
}) => {
  const site = thisSite()
  const person = newPerson({ name: 'Scanned Everywhere' })
  await sign(page, person)
  await confirm(page, await mailedLink(request, person.email), 'en')
  const database = await connect(site.env.DATABASE_URL ?? '')
  try {
    const { rows: columns } = await database.query<{ table: string; columns: string }>(
      `SELECT c.table_name AS table, string_agg(quote_ident(c.column_name) || '::text', ', ') AS columns
       FROM information_schema.columns c WHERE c.table_schema = 'public' GROUP BY 1`,
    )
    const everything = async () => {
      const said: string[] = []
      for (const { table, columns: names } of columns)
        said.push(JSON.stringify((await database.query(`SELECT ${names} FROM "${table}"`)).rows))
      return [...said, ...(await textsOf(join(site.log, '..')))].join('\n')
    }
    // The keys that find the row are in the database before, and nowhere afterwards.
    const { rows } = await database.query<{ email_index: Buffer; token_hash: Buffer; content_mac: Buffer }>(
      'SELECT email_index, token_hash, content_mac FROM signature ORDER BY received_at DESC LIMIT 1',
    )
    const traces = Object.values(rows[0] ?? {}).map((hash) => hash.toString('hex'))
    expect(traces).toHaveLength(3)
    const before = await everything()
    for (const trace of [...traces, person.email]) expect(before).toContain(trace)

    await openPrivatePage(page, request, person)
    await page.locator('summary', { hasText: 'Delete everything' }).click()
    await page.getByRole('button', { name: 'Delete everything' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything has been deleted')
    const after = await everything()
    const plain = [person.name, person.email, person.email.split('@')[1] ?? '']
    for (const trace of [...traces, ...plain, ...plain.map((text) => Buffer.from(text).toString('hex'))])
      expect(after).not.toContain(trace)
  } finally {
    await database.end()
  }
})
