import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { aPdf } from '../test/a-document'
import { expectAccessible } from './support/axe'
import { confirmAct, signInAs } from './support/staff'
import { expect, test } from './support/test'

test('an editor adds a PDF, a visitor opens it, and once it is removed it is gone', async ({
  browser,
  page,
  request,
}) => {
  const slug = `letter-${randomUUID().slice(0, 8)}`
  const file = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: aPdf() }
  const editor = (await signInAs(browser, 'editor')).page
  await editor.goto('/admin/coalition/documents')
  await editor.getByRole('link', { name: 'Add a document' }).click()
  await editor.getByLabel('Address').fill(slug)
  await editor.getByLabel('Title').fill(`Letter ${slug}`)
  await editor.getByLabel('Language').selectOption({ label: 'English' })
  await editor.getByLabel('Date').fill('2026-11-20')

  // HTML under another name is rejected; typed values are kept.
  const disguised = Buffer.from('%PDF-1.7\n<html><script>alert(1)</script></html>')
  await editor.getByLabel('File').setInputFiles({ ...file, buffer: disguised })
  await editor.getByRole('button', { name: 'Add and publish' }).click()
  await expect(editor.getByRole('alert')).toContainText('The file is damaged, or something was added to it')
  await expect(editor.getByLabel('Title')).toHaveValue(`Letter ${slug}`)
  await editor.getByLabel('File').setInputFiles(file)
  await editor.getByRole('button', { name: 'Add and publish' }).click()
  await expect(editor.getByRole('status')).toContainText('Added.')
  await expect(editor.getByRole('table')).toContainText('document.add')

  await expect(async () => {
    await page.goto('/en/documents')
    await expect(page.getByRole('link', { name: `Letter ${slug}` })).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await expectAccessible(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: `Letter ${slug}` }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`${slug}.pdf`)
  expect((await readFile(await download.path())).equals(file.buffer)).toBe(true)
  const answer = await request.get(`/api/v1/documents/${slug}`)
  expect(answer.headers()['content-security-policy']).toContain('sandbox')
  expect(answer.headers()['x-content-type-options']).toBe('nosniff')
  const unchanged = await request.get(`/api/v1/documents/${slug}`, {
    headers: { 'if-none-match': answer.headers().etag ?? '' },
  })
  expect(unchanged.status()).toBe(304)

  await confirmAct(editor, 'Remove document', 'Remove document', 'added by mistake')
  await expect(editor.getByRole('status')).toContainText('Document and file deleted.')
  expect((await request.get(`/api/v1/documents/${slug}`)).status()).toBe(404)
  await expect(async () => {
    await page.goto('/en/documents')
    await expect(page.getByRole('link', { name: `Letter ${slug}` })).toHaveCount(0, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
})

test('the statement, printed by the browser to a tagged PDF, is accepted as a document', async ({
  browser,
  page,
  request,
}) => {
  const slug = `statement-${randomUUID().slice(0, 8)}`
  await page.goto('/en/statement')
  const buffer = await page.pdf({ tagged: true, outline: true })
  expect(buffer.toString('latin1')).toContain('/StructTreeRoot')
  const editor = (await signInAs(browser, 'editor')).page
  await editor.goto('/admin/coalition/documents/new')
  await editor.getByLabel('Address').fill(slug)
  await editor.getByLabel('Title').fill('Statement')
  await editor.getByLabel('Language').selectOption({ label: 'English' })
  await editor.getByLabel('Date').fill('2026-11')
  await editor.getByLabel('File').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer })
  await editor.getByRole('button', { name: 'Add and publish' }).click()
  await expect(editor.getByRole('status')).toContainText('Added.')
  expect((await (await request.get(`/api/v1/documents/${slug}`)).body()).equals(buffer)).toBe(true)
})

test('an auditor sees documents, and adds none', async ({ browser }) => {
  const auditor = (await signInAs(browser, 'auditor')).page
  await auditor.goto('/admin/coalition/documents')
  await expect(auditor.getByRole('link', { name: 'Add a document' })).toHaveCount(0)
  await auditor.goto('/admin/coalition/documents/new')
  await expect(auditor.getByRole('heading', { level: 1 })).toHaveText('You don’t have permission')
})
