import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test'
import { PNG } from 'pngjs'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { mailsTo } from './support/mailbox'
import { mailedPath } from './support/mailed-text'
import { signInAs, withScripts } from './support/staff'
import { test } from './support/test'

function aLogo(): Buffer {
  const picture = new PNG({ width: 80, height: 40 })
  picture.data.fill(120)
  return PNG.sync.write(picture)
}

/** As the worker would have published them on Monday. */
async function publishNumbers(member: string): Promise<void> {
  const database = await connect(thisSite().env.DATABASE_URL ?? '')
  const { rows } = await database.query(`SELECT id FROM petition WHERE status = 'open' AND removed_at IS NULL`)
  for (const { id } of rows)
    for (const [facet, key] of Object.entries({ all: '', country: 'RW', language: 'fr', week: '2026-11-23' }))
      await database.query(
        `INSERT INTO member_number SELECT $1, slug, $2, $3, 23, 20 FROM member WHERE name = $4 ON CONFLICT DO NOTHING`,
        [id, facet, key, member],
      )
  await database.end()
}

/**
 * An editor enters a contact of a member.
 * @returns the editor, at the page of the member's contacts, and the link that is mailed
 */
async function contactOf(member: string, email: string, browser: Browser, request: APIRequestContext) {
  const editor = (await signInAs(browser, 'editor')).page
  await editor.goto('/admin/coalition/members')
  await editor.getByRole('link', { name: member, exact: true }).click()
  await editor.getByRole('link', { name: 'Contacts' }).click()
  await editor.getByLabel('Email address').fill(email)
  await editor.getByRole('button', { name: 'Add contact' }).click()
  await expect(editor.getByRole('status')).toContainText('Contact added')
  await expect(editor.getByRole('main')).not.toContainText(email)
  return { editor, link: await mailedPath(request, email, /\/en\/for-members\/open\/[\w-]{43}/) }
}

async function openOwnPage(page: Page, link: string, member: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Open the page' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(member)
}

const someAddress = () => `office-${randomUUID().slice(0, 8)}@member.example`

test('a member’s contact opens its page with a mailed link, sees its numbers and links, and is out when removed', async ({
  page,
  request,
  browser,
}) => {
  const [name, email] = ['Conectas', someAddress()]
  const { editor, link } = await contactOf(name, email, browser, request)
  // Whoever asks is told the same.
  for (const address of [someAddress(), email]) {
    await page.goto('/en/for-members')
    await page.getByLabel('Email address').fill(address)
    await page.getByRole('button', { name: 'Email me a link' }).click()
    await expect(page.getByText('If this address is a contact of a member')).toBeVisible()
  }
  await publishNumbers(name)
  await openOwnPage(page, link, name)
  await expect(page.getByText('In all: 20').first()).toBeVisible()
  await expect(page.getByRole('row', { name: 'Rwanda 20' }).first()).toBeVisible()
  await expect(page.getByLabel('Address to share').first()).toHaveValue(/via=conectas$/)

  // In another language too; the link is spent.
  await page.goto('/ar/for-members/own')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expectAccessible(page)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link does not work')

  await editor.getByRole('link', { name: 'Remove' }).click()
  await editor.getByRole('button', { name: 'Remove contact' }).click()
  await expect(editor.getByRole('status')).toContainText('Contact removed')
  await page.goto('/en/for-members/own')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your member’s page is not open here')
})

test.describe('on a phone without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })

  test('a member’s page fits, in every direction of reading, and takes a proposal', async ({
    page,
    request,
    browser,
  }) => {
    const [name, email] = ['Human Rights Watch', someAddress()]
    const { link } = await contactOf(name, email, browser, request)
    await publishNumbers(name)
    await openOwnPage(page, link, name)
    for (const locale of ['ar', 'ko', 'ru', 'en']) {
      await page.goto(`/${locale}/for-members/own`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      expect([locale, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([locale, 390])
    }
    // The picture is the petition's own, with its number.
    const picture = (await page.getByRole('link', { name: 'Picture to share' }).first().getAttribute('href')) ?? ''
    await expect(async () => {
      const answer = await request.get(picture)
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png'])
    }).toPass({ timeout: 90_000 })
    // With the member's link below it, where a post can hold none; for the member alone.
    const posted =
      (await page.getByRole('link', { name: 'Picture with your QR code' }).first().getAttribute('href')) ?? ''
    const own = await page.request.get(posted)
    expect([own.status(), own.headers()['content-type'], own.headers()['cache-control']]).toEqual([
      200,
      'image/png',
      'no-store',
    ])
    const { width, height } = PNG.sync.read(await own.body())
    expect([width, height]).toEqual([1200, 1200])
    expect((await request.get(posted)).status()).toBe(404)
    await page.getByLabel('Description').fill(`On a phone. ${randomUUID().slice(0, 8)}`)
    await page.getByRole('button', { name: 'Send for review' }).first().click()
    await expect(page.getByText(/^Waiting for an editor since/)).toBeVisible()
  })
})

test('a member proposes a description and a logo, which are public once an editor has published them', async ({
  page,
  request,
  browser,
}) => {
  const [name, email] = ['Odhikar', someAddress()]
  const { editor, link } = await contactOf(name, email, browser, request)
  await openOwnPage(page, link, name)
  const description = `We document abuses. ${randomUUID().slice(0, 8)}`
  await page.getByLabel('Name', { exact: true }).fill('')
  await page.getByLabel('Description').fill(description)
  await page.getByRole('button', { name: 'Send for review' }).first().click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(['Enter a name'])
  await expect(page.getByLabel('Description')).toHaveValue(description)
  await expectAccessible(page)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Send for review' }).first().click()
  await expect(page.getByText(/^Waiting for an editor since/)).toBeVisible()
  await page.getByLabel('Logo file').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: aLogo() })
  await page.getByRole('button', { name: 'Send for review' }).last().click()
  await expect(page.getByText(/^Waiting for an editor since/)).toHaveCount(2)
  for (const part of ['text in English', 'logo']) {
    await editor.goto('/admin/coalition/members/proposals')
    await editor.getByRole('link', { name: `${name}: ${part}` }).click()
    await expect(editor.getByRole('heading', { level: 1 })).toHaveText(`${name}: ${part}`)
    await editor.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(editor.getByRole('status')).toContainText('Published.')
  }
  // The contact is told of both.
  await expect(async () => {
    const subjects = (await mailsTo(request, email)).map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject === 'What you proposed has been reviewed')).toHaveLength(2)
  }).toPass({ timeout: 30_000 })
  await expect(async () => {
    await page.goto('/en/members/odhikar')
    await expect(page.getByText(description)).toBeVisible({ timeout: 500 })
    await expect(page.locator('main img')).toHaveJSProperty('naturalWidth', 80, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await expectAccessible(page)
})

test('a member co-signs a letter on its own page, is listed once an editor accepts, and withdraws there', async ({
  page,
  request,
  browser,
}) => {
  const [name, email] = ['Kontras', someAddress()]
  const { editor, link } = await contactOf(name, email, browser, request)
  await openOwnPage(page, link, name)
  const letter = page
    .getByRole('region', { name: 'Open for co-signing by organisations' })
    .getByRole('listitem')
    .first()
  await letter.getByText('Co-sign this letter').click()
  await letter.getByLabel('Your full name').fill('Kari Nordmann')
  await letter.getByRole('button', { name: 'Sign for the organisation' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([
    'Enter your role in the organisation',
    'Tick the box if you are authorised to sign',
  ])
  await expect(letter.getByLabel('Your full name')).toHaveValue('Kari Nordmann')
  await expectAccessible(page)
  await letter.getByLabel('Your role in the organisation').fill('Director')
  await letter.getByLabel('I am authorised').check()
  await letter.getByRole('button', { name: 'Sign for the organisation' }).click()
  await expect(letter.getByText('Signed by the organisation')).toBeVisible()
  await expectAccessible(page)

  await editor.goto('/admin/coalition/co-signatures')
  await editor.getByRole('link', { name }).click()
  await expect(editor.getByRole('main')).toContainText('on the member’s own page')
  // Whoever added the contact does not accept what it signed.
  await expect(editor.getByRole('main')).toContainText('someone else must accept it')
  const second = (await signInAs(browser, 'editor')).page
  await second.goto(editor.url())
  await second.getByRole('button', { name: 'Accept' }).click()
  await expect(second.getByRole('status')).toContainText('Accepted.')
  const address = (await letter.getByRole('link').getAttribute('href')) ?? ''
  const listed = page.getByRole('main').getByRole('link', { name, exact: true })
  await expect(async () => {
    await page.goto(address)
    await expect(listed).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })

  await page.goto('/en/for-members/own')
  await letter.getByText('Withdraw the co-signature').first().click()
  await letter.getByRole('button', { name: 'Withdraw the co-signature' }).click()
  await expect(letter.getByText('Withdrawn by the organisation')).toBeVisible()
  await expect(async () => {
    await page.goto(address)
    await expect(listed).toHaveCount(0, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
})

test('an editor corrects the name that a member gives in its own language, twice, and the member reads what was changed', async ({
  page,
  request,
  browser,
}) => {
  const [name, email] = ['People In Need', someAddress()]
  const { editor, link } = await contactOf(name, email, browser, request)
  await openOwnPage(page, link, name)
  await page.getByLabel('Language', { exact: true }).last().selectOption({ label: 'čeština' })
  await page.getByRole('button', { name: 'Show this language' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Clověk v tisni')
  await page.getByRole('button', { name: 'Send for review' }).first().click()
  await expect(page.getByText(/^Waiting for an editor since/)).toBeVisible()

  await editor.goto('/admin/coalition/members/proposals')
  await editor.getByRole('link', { name: `${name}: text in Czech` }).click()
  const heading = editor.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(`${name}: text in Czech`)
  await editor.getByLabel('Name', { exact: true }).fill('Člověk v tisni')
  await expectAccessible(await withScripts(browser, editor))
  // Meanwhile the member sends another: what the editor typed is shown again, over what is there now.
  await page.getByLabel('Name', { exact: true }).fill('Clovek v tisni')
  await page.getByRole('button', { name: 'Send for review' }).first().click()
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(editor.getByRole('alert')).toBeVisible()
  await expect(editor.getByLabel('Name', { exact: true })).toHaveValue('Člověk v tisni')
  await expect(editor.getByRole('main')).toContainText('Clovek v tisni')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(editor.getByRole('status')).toContainText('Published.')

  const shown = async (before: string, after: string) => {
    await page.goto('/en/for-members/own?language=cs')
    const state = page.getByText(/^Published on .*, with changes by an editor:$/)
    await expect(state).toBeVisible()
    await expect(page.locator('del')).toHaveText([before])
    await expect(page.locator('ins')).toHaveText([after])
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(after)
    await expectAccessible(page)
  }
  await shown('Clovek v tisni', 'Člověk v tisni')

  await editor.goto('/admin/coalition/members')
  await editor.getByRole('link', { name, exact: true }).click()
  await editor.getByRole('link', { name: 'Czech' }).click()
  await expect(heading).toHaveText(`${name}: Czech`)
  await editor.getByLabel('Name', { exact: true }).fill('Člověk v tísni')
  await editor.getByRole('button', { name: 'Save Czech text' }).click()
  await expect(editor.getByRole('status')).toContainText('Saved.')
  await shown('Člověk v tisni', 'Člověk v tísni')
  await expect(async () => {
    const subjects = (await mailsTo(request, email)).map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject === 'What you proposed has been reviewed')).toHaveLength(2)
  }).toPass({ timeout: 30_000 })
  await expect(async () => {
    await page.goto('/ko/members/people-in-need')
    await expect(page.getByText('Člověk v tísni')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
})
