import { readFile } from 'node:fs/promises'
import { expectAccessible } from './support/axe'
import { checkLedger } from './support/check-ledger'
import { mailedLink } from './support/mailbox'
import { confirm, newPerson, SLUG, sign } from './support/person'
import { expect, test } from './support/test'

test('a signer downloads a receipt after a warning, and checks it in the browser, which sends it nowhere', async ({
  page,
  request,
  baseURL,
}) => {
  const person = newPerson({ name: 'Maria Beispiel' })
  await sign(page, person)
  await confirm(page, await mailedLink(request, person.email), 'en')

  await page.getByText('A receipt for the ledger').click()
  await expect(page.getByText('If it could harm you')).toBeVisible()
  await expectAccessible(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the receipt' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(`receipt-${SLUG}.tlog-proof`)
  const path = await download.path()
  const receipt = await readFile(path, 'utf8')
  expect(receipt).not.toMatch(/Maria|Beispiel|story-/)

  await page.goto('/en/check')
  const sent: string[] = []
  page.on('request', (asked) => sent.push(`${asked.method()} ${asked.postData() ?? ''}`))
  const file = page.getByLabel('Receipt file')
  await file.setInputFiles(path)
  await expect(page.getByText('This receipt is valid.')).toBeVisible()
  await expectAccessible(page)
  expect(new Set(sent)).toEqual(new Set(['GET ']))

  const altered = receipt.replace(/^index (\d+)$/m, (_, index) => `index ${Number(index) === 0 ? 1 : 0}`)
  await file.setInputFiles({ name: 'altered', mimeType: 'text/plain', buffer: Buffer.from(altered) })
  await expect(page.getByText('This receipt is not valid')).toBeVisible()
  await file.setInputFiles({ name: 'other', mimeType: 'text/plain', buffer: Buffer.from('a letter') })
  await expect(page.getByText('This file is not a receipt')).toBeVisible()

  expect(await checkLedger(`${baseURL}/ledger/${SLUG}`, '--receipt', path)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/the signature of the receipt is leaf \d+ and counts/),
  })
})
