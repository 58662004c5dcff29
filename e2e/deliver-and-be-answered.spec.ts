import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { officeNames } from '@/lib/delivery/office-names'
import { lackingLetters } from '@/lib/printing/lacking-letters'
import { longDate } from '@/lib/text/formats'
import { locales, translator } from '@/messages/translator'
import { unzip } from '@/test/unzip'
import { expectAccessible } from './support/axe'
import { checkPack, printPack } from './support/check-ledger'
import { mailedLink } from './support/mailbox'
import { openPage } from './support/open-page'
import { confirm, newPerson, SLUG, sign, TITLE } from './support/person'
import { approveAs, signInAs, withScripts } from './support/staff'
import { expect, testOf } from './support/test'

// Its worker prints.
const test = testOf({ CHROMIUM_PATH: process.env.E2E_CHROMIUM ?? '' })
test.describe.configure({ timeout: 480_000 })

const t = translator('en', 'delivery')
const today = new Date().toISOString().slice(0, 10)
/** Like no other's, whatever was delivered on this site before. */
const office = `Mission ${randomUUID()}`
const addressees = ['Office of the Secretary-General', office]

test('a petition is delivered by two people and answered, and anyone checks what was delivered without the site', async ({
  browser,
  page: reader,
  request,
}) => {
  const person = newPerson({ name: 'Xanthippe Musterfrau' })
  await sign(reader, person)
  await confirm(reader, await mailedLink(request, person.email), 'en')

  const [editor, owner] = [await signInAs(browser, 'editor'), await signInAs(browser, 'owner')]
  const { page } = editor
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByRole('link', { name: 'Deliver it' }).click()
  await page.getByLabel('Day of the delivery').fill('2001-01-01')
  await page.getByLabel('Delivered to').fill(addressees.join('\n'))
  await page.getByLabel('Reason').fill('handing over in New York')
  await page.getByRole('button', { name: 'Request delivery' }).click()
  await expect(page.getByRole('alert')).toContainText('before the petition opened')
  await page.getByLabel('Day of the delivery').fill(today)
  await page.getByLabel('Delivered to').fill(addressees.join('\n'))
  await page.getByLabel('Reason').fill('handing over in New York')
  await expectAccessible(await withScripts(browser, page))
  await page.getByRole('button', { name: 'Request delivery' }).click()
  await expect(page.getByRole('main')).toContainText(office)
  // The request alone shows nothing.
  expect(await (await request.get(`/en/petitions/${SLUG}`)).text()).not.toContain(office)
  await approveAs(page, owner)

  const item = reader.getByRole('listitem').filter({ hasText: office })
  const link = item.getByRole('link', { name: t('pack') })
  await expect(async () => {
    await openPage(reader, `/en/petitions/${SLUG}`)
    await expect(link).toBeVisible({ timeout: 500 })
    // Two PDFs in each language are printed first.
  }).toPass({ timeout: 180_000 })
  const date = longDate(new Date(today), 'en')
  await expect(reader.getByText(t('to', { addressees: officeNames(addressees), date }))).toBeVisible()
  await expectAccessible(reader)
  const hash = (await item.locator('code').textContent()) ?? ''
  expect(hash).toMatch(/^[0-9a-f]{64}$/)

  const [download] = await Promise.all([reader.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe(`${SLUG}-${today}.zip`)
  const files = unzip(await readFile(await download.path()))
  for (const [path, body] of files)
    expect([path, /musterfrau|xanthippe/i.test(body.toString('latin1'))]).toEqual([path, false])
  const folder = await mkdtemp(join(tmpdir(), 'pack-'))
  try {
    for (const [path, body] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), body)
    }
    expect(await checkPack(folder, '--sha256', hash)).toMatchObject({
      code: 0,
      said: expect.stringContaining(addressees.join('; ')),
    })
    await expectPapers(files, await mkdtemp(`${folder}-profile-`))
    // A pack from a worker without a browser is printed by hand, in the same way.
    const env = { ...process.env, CHROMIUM_PATH: process.env.E2E_CHROMIUM }
    expect(await printPack(env, folder, `${folder}-pdf`, 'ar', '--sha256', hash)).toMatchObject({ code: 0 })
    for (const name of ['letter-ar', 'summary-ar'])
      expectTagged(await readFile(join(`${folder}-pdf`, `${name}.pdf`)), 'ar', name)
    await writeFile(join(folder, 'numbers/by-country.csv'), 'country,signatures\r\nKP,1000\r\n')
    expect(await checkPack(folder, '--sha256', hash)).toMatchObject({
      code: 1,
      said: expect.stringContaining('file_differs'),
    })
  } finally {
    await rm(folder, { recursive: true })
    await rm(`${folder}-pdf`, { recursive: true, force: true })
  }

  // One office answers; of the other it is said that it has not.
  const none = t('answers.none', { days: 0 })
  await expect(item.getByRole('definition').filter({ hasText: none })).toHaveCount(2)
  await page.goto('/admin')
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByRole('link', { name: 'Deliver it' }).click()
  const row = page.getByRole('row').filter({ hasText: office })
  // Staff have it before its day, too.
  const earlyLink = row.getByRole('link', { name: 'Download pack' })
  const [early] = await Promise.all([page.waitForEvent('download'), earlyLink.click()])
  expect(unzip(await readFile(await early.path()))).toEqual(files)
  await row.getByRole('link', { name: 'Enter an answer' }).click()
  await expect(page.getByLabel('Office')).toBeVisible()
  const answers = page.url()
  await page.getByLabel('Office').selectOption(office)
  await page.getByLabel('What it did').selectOption('answered')
  await page.getByLabel('Day of the answer').fill(today)
  await page.getByLabel('Source', { exact: true }).fill('Letter to the coalition')
  await page.getByLabel('Quotation (optional)').fill('Nous avons lu.')
  await page.getByLabel('Language of the quotation').selectOption('fr')
  await page.getByLabel('Reason').fill('it came today')
  await expectAccessible(await withScripts(browser, page))
  await page.getByRole('button', { name: 'Request approval' }).click()
  await expect(page.getByRole('main')).toContainText('Nous avons lu.')
  await approveAs(page, owner)
  await expect(async () => {
    await openPage(reader, `/en/petitions/${SLUG}`)
    await expect(item.getByText(t('answers.answered'))).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await expect(item.getByRole('blockquote')).toHaveAttribute('lang', 'fr')
  await expect(item.getByRole('definition').filter({ hasText: none })).toHaveCount(1)
  await expectAccessible(reader)

  // What signers who asked for news are told of it is prepared with one button, once.
  await page.goto(answers)
  await page.getByRole('button', { name: 'Prepare an update to signers' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`An answer to the petition: ${office}`)
  const prepared = page.url().split('?')[0] ?? ''
  await page.goto(answers)
  await expect(page.getByRole('button', { name: 'Prepare an update to signers' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Update to signers: Draft' }).click()
  await expect(page).toHaveURL(prepared)

  // Who follows the petition by a feed reads it too.
  await expect(async () => {
    const feed = await request.get(`/en/petitions/${SLUG}/feed.atom`)
    expect(feed.headers()['content-type']).toContain('application/atom+xml')
    expect(await feed.text()).toContain(`\u2068${office}\u2069: ${t('answers.answered')}`)
  }).toPass({ timeout: 30_000 })

  for (const locale of ['en', 'ar']) {
    for (const paper of ['letter', 'summary']) {
      await reader.setContent(files.get(`${paper}-${locale}.html`)?.toString() ?? '')
      await expect(reader.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(reader)
    }
  }
})

/**
 * Letter and summary in every language, as pages and as PDFs that a screen reader can follow; all of them in the
 * manifest. A browser without the fonts of a language prints nothing in it, rather than boxes.
 */
async function expectPapers(files: Map<string, Buffer>, profile: string): Promise<void> {
  const papers = locales
    .filter((locale) => locale !== 'ar-XB')
    .flatMap((locale) => ['letter', 'summary'].map((paper) => ({ locale, path: `${paper}-${locale}` })))
  const texts = Object.fromEntries(papers.map(({ path }) => [path, files.get(`${path}.html`)?.toString() ?? '']))
  expect(Object.values(texts)).not.toContain('')
  const lacking = await lackingLetters(process.env.E2E_CHROMIUM ?? '', profile, texts)
  await rm(profile, { recursive: true })
  const printed = papers.filter(({ path }) => !lacking.has(path))
  expect(printed.map(({ locale }) => locale)).toEqual(
    expect.arrayContaining(['en', 'fr', 'es', 'id', 'pt-BR', 'vi', 'ru']),
  )
  expect([...files.keys()].filter((path) => path.endsWith('.pdf')).sort()).toEqual(
    printed.map(({ path }) => `${path}.pdf`).sort(),
  )
  const manifest = files.get('manifest.json')?.toString() ?? ''
  for (const { locale, path } of printed) {
    expect([path, manifest.includes(`"path": "${path}.pdf"`)]).toEqual([path, true])
    expectTagged(files.get(`${path}.pdf`) ?? Buffer.alloc(0), locale, path)
  }
}

/** Tags, their language, and a title that a reader shows instead of the file's name. */
function expectTagged(pdf: Buffer, language: string, name: string): void {
  const text = pdf.toString('latin1')
  for (const part of [
    '%PDF-',
    '/StructTreeRoot',
    '/Marked true',
    `/Lang (${language})`,
    '/Title',
    '/DisplayDocTitle true',
  ])
    expect([name, part, text.includes(part)]).toEqual([name, part, true])
}
