import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { checkLedger } from './support/check-ledger'
import { count, expectCount } from './support/count'
import { SLUG, TITLE } from './support/person'
import { confirmAct, signInAs } from './support/staff'
import { expect, test } from './support/test'

const scan = () => ({
  name: 'sheet.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2000)]),
})

/** Fills in the form that enters a sheet, without its scan. */
async function fillIn(page: Page, signatures: string): Promise<void> {
  await page.goto('/admin/paper')
  await page.getByRole('link', { name: 'Enter a sheet' }).click()
  await page.getByLabel('Petition').selectOption({ label: TITLE })
  await page.getByLabel('Place').fill('Geneva, Place des Nations')
  await page.getByLabel('Day').fill('2026-11-14')
  await page.getByLabel('Collector of the signatures').fill('Test Collector')
  await page.getByLabel('Valid signatures').fill(signatures)
}

async function countAs(page: Page, number: number): Promise<void> {
  await page.getByLabel('Valid signatures on the scan').fill(String(number))
  await page.getByRole('button', { name: 'Submit my count' }).click()
}

/** What the petition's page says of paper. */
async function onPaper(page: Page): Promise<number> {
  const answer = await page.request.get(`/api/v1/petitions/${SLUG}`)
  return ((await answer.json()) as { paper: number }).paper
}

test('two people count a sheet, each from its scan; it is counted once, and shown apart', async ({
  browser,
  page,
  request,
  baseURL,
}) => {
  const before = await count(request)
  const paperBefore = await onPaper(page)
  const inLedger = async () => {
    const { said } = await checkLedger(`${baseURL}/ledger/${SLUG}`)
    return Number(/(\d+) on paper/.exec(said)?.[1])
  }
  const ledgerBefore = await inLedger()
  const ann = (await signInAs(browser, 'moderator')).page
  const ben = (await signInAs(browser, 'owner')).page
  const sheet = scan()

  // A file that is no scan is rejected; typed values are kept.
  await fillIn(ann, '4711')
  await ann.getByLabel('Scan').setInputFiles({ ...sheet, buffer: Buffer.from('<svg xmlns="x"/>') })
  await ann.getByRole('button', { name: 'Submit sheet' }).click()
  await expect(ann.getByRole('alert')).toContainText('The file is not a PDF, JPEG or PNG.')
  await expect(ann.getByLabel('Place')).toHaveValue('Geneva, Place des Nations')
  expect(ann.url()).not.toContain('Geneva')
  await ann.getByLabel('Scan').setInputFiles(sheet)
  await ann.getByRole('button', { name: 'Submit sheet' }).click()
  await expect(ann.getByRole('status')).toContainText('It counts once a second person')
  await expect(ann.getByRole('main')).toContainText('Awaiting a second person’s count')
  await expect(ann.getByRole('button', { name: 'Submit my count' })).toHaveCount(0)

  // The second sees the scan, not the number; opening it is recorded.
  await ben.goto(ann.url())
  await expect(ben.getByRole('main')).not.toContainText(/\b4711\b/)
  const [download] = await Promise.all([
    ben.waitForEvent('download'),
    ben.getByRole('button', { name: 'Open scan (logged)' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^sheet-[0-9a-f]{8}\.pdf$/)
  await countAs(ben, 13)
  await expect(ben.getByRole('status')).toContainText('The two counts do not match')
  await expect(ben.getByRole('table')).toContainText('paper.open')

  // Both count again; neither sees the other's new number.
  await ann.goto(ben.url().replace(/\?.*/, ''))
  await expect(ann.getByRole('main')).toContainText('Round 1: 4711 by')
  await countAs(ann, 14)
  await ben.goto(ann.url().replace(/\?.*/, ''))
  await expect(ben.getByRole('main')).not.toContainText('14 by')
  expect(await count(request)).toBe(before)
  await countAs(ben, 14)
  await expect(ben.getByRole('status')).toContainText('The counts match')
  await expectCount(request, before + 14)
  expect(await onPaper(page)).toBe(paperBefore + 14)

  // Shown separately to everybody: on the page, and in the ledger.
  await expect(async () => {
    await page.goto(`/en/petitions/${SLUG}`)
    await expect(page.getByText(`${paperBefore + 14} of these were collected on paper`)).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  expect(await inLedger()).toBe(ledgerBefore + 14)

  // The same scan is not taken twice.
  await fillIn(ann, '14')
  await ann.getByLabel('Scan').setInputFiles(sheet)
  await ann.getByRole('button', { name: 'Submit sheet' }).click()
  await expect(ann.getByRole('alert')).toContainText('This scan has already been entered.')

  // It belonged to another petition: retracted, with a public correction.
  await ben.reload()
  await confirmAct(ben, 'Withdraw sheet', 'Withdraw sheet', 'signed for something else')
  await expect(ben.getByRole('status')).toContainText('Withdrawn.')
  await expectCount(request, before)
  expect(await onPaper(page)).toBe(paperBefore)
})

test('a large sheet is withdrawn by two people', async ({ browser, request }) => {
  const before = await count(request)
  const ann = (await signInAs(browser, 'moderator')).page
  const ben = (await signInAs(browser, 'moderator')).page
  await fillIn(ann, '101')
  await ann.getByLabel('Scan').setInputFiles(scan())
  await ann.getByRole('button', { name: 'Submit sheet' }).click()
  const sheet = ann.url().replace(/\?.*/, '')
  await ben.goto(sheet)
  await countAs(ben, 101)
  await expectCount(request, before + 101)
  await ann.goto(sheet)
  await ann.getByRole('button', { name: 'Show collector (logged)' }).click()
  await expect(ann.getByRole('main')).toContainText('Test Collector')
  await confirmAct(ann, 'Withdraw sheet', 'Request withdrawal', 'the scan is of something else')
  await expect(ann.getByRole('status')).toContainText('Awaiting a second person')
  expect(await count(request)).toBe(before + 101)
  await ben.goto(ann.url())
  await ben.getByRole('button', { name: 'Approve' }).click()
  await expect(ben.getByRole('status').last()).toContainText('it was executed')
  await expectCount(request, before)
})

test('an auditor sees how many, and opens no scan; an editor sees nothing of it', async ({ browser }) => {
  const auditor = (await signInAs(browser, 'auditor')).page
  await auditor.goto('/admin/paper')
  await expect(auditor.getByRole('heading', { level: 1 })).toHaveText('Signatures on paper')
  await auditor.getByRole('table').getByRole('link').first().click()
  await expect(auditor.getByRole('main')).toContainText('sealed; your role has no access')
  await expect(auditor.getByRole('main').getByRole('button')).toHaveCount(0)
  const editor = (await signInAs(browser, 'editor')).page
  for (const path of ['/admin/paper', '/admin/paper/new']) {
    await editor.goto(path)
    await expect(editor.getByRole('heading', { level: 1 })).toHaveText('You don’t have permission')
  }
})
