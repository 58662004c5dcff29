import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { translator } from '@/messages/translator'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { mailedLink } from './support/mailbox'
import { confirm, fillIn, newPerson, type Person, SLUG, TITLE } from './support/person'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

/** A counted signer who appears with the full name. */
async function aSigner(page: Page, request: APIRequestContext, name: string): Promise<Person> {
  const person = newPerson({ name })
  const t = translator('en', 'form')
  await fillIn(page, person)
  await page.getByLabel(t('display.full')).check()
  await page.getByRole('button', { name: t('submit'), exact: true }).click()
  await confirm(page, await mailedLink(request, person.email), 'en')
  return person
}

/** Fills in what is asked for; the button is the caller's. */
async function order(page: Page, columns: RegExp[], more: { recipient?: string; format?: string; via?: string } = {}) {
  await page.goto(`/admin/exports/new${more.via ? `?via=${more.via}` : ''}`)
  await page.getByLabel('Petition').selectOption({ label: TITLE })
  for (const column of columns) await page.getByLabel(column).check()
  if (more.recipient) await page.getByLabel(/age public key/).fill(more.recipient)
  if (more.format) await page.getByLabel('Format').selectOption(more.format)
  await page.getByLabel(/Purpose/).fill('handing over in New York')
}

test('names are exported with approval, encrypted to one reader, once', async ({ browser, page: signing, request }) => {
  const name = `Xanthippe Musterfrau ${Date.now()}`
  const { email } = await aSigner(signing, request, name)
  const identity = await generateIdentity()
  const recipient = await identityToRecipient(identity)

  const first = (await signInAs(browser, 'moderator')).page
  await order(first, [/as its signer chose/])
  await first.getByRole('button', { name: 'Preview' }).click()
  await expect(first.getByRole('alert')).toContainText('only encrypted')
  // Typed values are kept.
  await expect(first.getByLabel(/Purpose/)).toHaveValue('handing over in New York')
  await expect(first.getByLabel(/as its signer chose/)).toBeChecked()
  await first.getByLabel(/age public key/).fill(recipient)
  await first.getByLabel('reference number').check()
  await first.getByRole('button', { name: 'Preview' }).click()
  // The number, before anything is requested.
  await expect(first.getByRole('heading', { level: 1 })).toHaveText(/^Request an export of [\d,]+ signatures?\?$/)
  await expect(first.getByRole('main')).toContainText('counted and confirmed', { ignoreCase: true })
  await expectAccessible(await withScripts(browser, first))
  await first.getByRole('link', { name: 'Cancel' }).click()
  await expect(first.getByLabel(/Purpose/)).toHaveValue('handing over in New York')
  await first.getByRole('button', { name: 'Preview' }).click()
  await first.getByRole('button', { name: /^Request approval for [\d,]+ signatures?$/ }).click()
  await expect(first.getByRole('status')).toContainText('Awaiting a second person')
  await expect(first.getByRole('button', { name: /^Approve/ })).toHaveCount(0)

  const second = (await signInAs(browser, 'owner')).page
  await second.goto(first.url())
  await expect(second.getByRole('main')).toContainText(recipient)
  await expect(second.getByRole('main')).toContainText('handing over in New York')
  await expectAccessible(await withScripts(browser, second))
  await second.getByRole('button', { name: /^Approve/ }).click()
  await expect(second.getByRole('status').first()).toBeVisible()

  await first.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Exports' }).click()
  await expectAccessible(await withScripts(browser, first))
  await first.getByRole('table').getByRole('link').first().click()
  await expectAccessible(await withScripts(browser, first))
  const fileUrl = first.url()
  const [download] = await Promise.all([
    first.waitForEvent('download'),
    first.getByRole('button', { name: /^Download [\d,]+ signatures, encrypted$/ }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^signatures-[0-9a-f]{8}\.csv\.age$/)
  const file = await readFile(await download.path())
  expect(file.toString('latin1')).not.toContain('Musterfrau')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const text = await decrypter.decrypt(new Uint8Array(file), 'text')
  expect(text).toContain(`"${name}"`)
  expect(text).not.toContain(email)
  expect(text.split('\r\n')[0]).toMatch(/mark; export [0-9a-f-]{36} of security-council-must-act, [\d,]+ signatures/)

  // It is gone for both people, and each row's mark leads back to the export.
  await first.goto(fileUrl)
  await expect(first.getByRole('status')).toContainText('Downloaded')
  await second.goto(fileUrl)
  await expect(second.getByRole('button', { name: /Download/ })).toHaveCount(0)
  const [, reference = '', mark = ''] = new RegExp(`"(\\S{9})","${name}","(\\w{8})"`).exec(text) ?? []
  await second.goto('/admin/exports')
  await second.getByRole('link', { name: 'Trace a leaked row' }).click()
  await expectAccessible(await withScripts(browser, second))
  await second.getByLabel('Reference').fill(reference)
  await second.getByLabel('Mark').fill(mark)
  await second.getByRole('button', { name: 'Find export' }).click()
  await expect(second).toHaveURL(new RegExp(`${new URL(fileUrl).pathname}\\?done=traced`))
})

test('a reader’s key is saved once, and the usual file then takes four clicks and twelve keys', async ({
  browser,
  page: signing,
  request,
}) => {
  await aSigner(signing, request, `Yolanda Musterfrau ${Date.now()}`)
  const recipient = await identityToRecipient(await generateIdentity())
  const body = `Office of the Rapporteur ${Date.now()}`
  const { page, email } = await signInAs(browser, 'moderator')
  await page.goto('/admin/exports')
  await page.getByRole('link', { name: 'Recipients', exact: true }).click()
  await page.getByLabel('Body or office').fill(body)
  await page.getByLabel('age public key of the reader').fill('AGE-SECRET-KEY-1QQQQ')
  await page.getByRole('button', { name: 'Save recipient' }).click()
  await expect(page.getByRole('alert')).toContainText('not an age public key')
  await expect(page.getByLabel('Body or office')).toHaveValue(body)
  await page.getByLabel('age public key of the reader').fill(recipient)
  await page.getByRole('button', { name: 'Save recipient' }).click()
  await expect(page.getByRole('status')).toContainText('Recipient saved')
  await expect(page.getByRole('row').filter({ hasText: body })).toContainText(email)
  await expectAccessible(await withScripts(browser, page))

  await page.goto('/admin/exports')
  let clicks = 0
  const press = async (what: Locator) => {
    clicks += 1
    await what.click()
  }
  await press(page.getByRole('link', { name: 'Delivery file' }))
  // The only reader is chosen, and the petition if no other is open; columns and filter are folded away.
  await expect(page.getByLabel('Recipient', { exact: true })).toHaveValue(recipient)
  await expect(page.getByLabel(/as its signer chose/)).toBeHidden()
  const petition = page.getByLabel('Petition')
  if (!(await petition.inputValue())) await petition.selectOption({ label: TITLE })
  await expectAccessible(await withScripts(browser, page))
  await page.getByLabel(/Purpose/).pressSequentially('UN, New York')
  await press(page.getByRole('button', { name: 'Preview' }))
  const main = page.getByRole('main')
  await expect(main).toContainText(body)
  await expect(main).toContainText('•')
  await expect(main).not.toContainText('Musterfrau')
  await press(page.getByRole('button', { name: /^Request approval for/ }))
  await expect(page.getByRole('status')).toContainText('Awaiting a second person')
  expect(clicks).toBeLessThanOrEqual(4)

  // Whoever approves sees under which name the key is saved, and by whom.
  const second = (await signInAs(browser, 'owner')).page
  await second.goto(page.url())
  await expect(second.getByRole('main')).toContainText(`${body}, saved by ${email}`)
  await second.goto('/admin/exports/recipients')
  await second.getByRole('link', { name: `Remove ${body}` }).click()
  await expect(second.getByRole('main')).toContainText('1 file that was requested for it stays as it is.')
  await second.getByRole('button', { name: 'Remove recipient' }).click()
  await expect(second.getByRole('status')).toContainText('Recipient removed')
  await expect(second.getByRole('main')).not.toContainText(body)
})

test('whole days are those of whoever types them, and the page says whose', async ({ browser }) => {
  const { page, email } = await signInAs(browser, 'auditor')
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  await client.query(`UPDATE staff SET time_zone = 'Asia/Seoul' WHERE email = $1`, [email])
  await client.end()
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10)
  await page.goto('/admin/exports/new?preset=statistics')
  await page.getByText('Change the signatures, columns or format').click()
  await expect(page.getByRole('main')).toContainText('Days are those of Seoul')
  const petition = page.getByLabel('Petition')
  if (!(await petition.inputValue())) await petition.selectOption({ label: TITLE })
  await page.getByLabel('until day, included (Seoul)').fill(today)
  await page.getByLabel(/Purpose/).fill('the newsletter')
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Request an export of [\d,]+ signatures?\?$/)
  const facts = page.getByRole('main')
  await expect(facts).toContainText('received before')
  await expect(facts).toContainText('00:00 (Seoul)')
  await expectAccessible(await withScripts(browser, page))

  await page.goto('/admin/audit')
  await expect(page.getByRole('main')).toContainText('Days are those of Seoul')
  await page.getByLabel('From day').fill(today)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/zone=Asia%2FSeoul/)
  await expect(page.getByLabel('From day')).toHaveValue(today)
})

/** Long, so that the file is larger than what lies in the buffers of connections. */
const via = `breaks-off-${'x'.repeat(50)}`

test('a download that breaks off stops at the server, and may be begun again', async ({ browser }) => {
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  const hash = createHash('sha256').update('export').digest()
  // Held: such signatures are in the file and not in the count.
  await client.query(
    `INSERT INTO signature (petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed, state,
       locale, country, display, updates, has_comment, via, received_at, confirmed_at)
     SELECT p.id, sha256(gen_random_uuid()::text::bytea), $2, $2, sha256(gen_random_uuid()::text::bytea),
       sha256(gen_random_uuid()::text::bytea), 'x', 'held', 'en', 'VA', 'hidden', false, false, $3, now(), now()
     FROM petition p, generate_series(1, 20000) WHERE p.slug = $1`,
    [SLUG, hash, via],
  )
  try {
    const { page } = await signInAs(browser, 'auditor')
    await order(page, [/reference/, /status/, /country/, /language/, /member code/, /signed/], { format: 'jsonl', via })
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByRole('button', { name: 'Export 20,000 signatures' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Export of 20,000 signatures')
    const id = page.url().split('/').at(-1) ?? ''
    const stop = new AbortController()
    const cookies = await page.context().cookies()
    const answer = await fetch(`${page.url()}/file`, {
      method: 'POST',
      headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
      signal: stop.signal,
    })
    await answer.body?.getReader().read()
    stop.abort()
    const row = async () => {
      const sql = 'SELECT starts, finished_at FROM data_export WHERE id = $1'
      return (await client.query<{ starts: number; finished_at: Date | null }>(sql, [id])).rows[0]
    }
    await page.waitForTimeout(5_000)
    expect(await row()).toEqual({ starts: 1, finished_at: null })

    await page.reload()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download 20,000 signatures' }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(20_001)
    await expect.poll(async () => (await row())?.finished_at).not.toBeNull()
  } finally {
    await client.query('DELETE FROM signature WHERE via = $1', [via])
    await client.end()
  }
})
