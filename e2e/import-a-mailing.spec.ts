import { expectAccessible } from './support/axe'
import { mailsTo } from './support/mailbox'
import { newUpdate, write } from './support/mailing'
import { TITLE } from './support/person'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const languages = ['English', 'Korean', 'Japanese', 'French', 'Spanish', 'Russian', 'Chinese', 'Arabic']
const part = (language: string) =>
  `== ${language} ==\nNews in ${language}\n\nRead [the answer](https://example.org/answer).`

test('a mailing in eight languages is pasted at once, checked and mailed to oneself; all without JavaScript', async ({
  browser,
  request,
}) => {
  const { page, email } = await signInAs(browser, 'editor')
  await page.getByRole('link', { name: 'Mailings', exact: true }).click()
  await page.getByLabel('Petition').selectOption({ label: TITLE })
  await page.getByRole('button', { name: 'Create draft' }).click()
  const mailing = new URL(page.url()).pathname
  await expect(page.getByText('No test emailed to you yet')).toBeVisible()
  await page.getByRole('link', { name: 'Import texts' }).click()

  const text = languages.map(part).join('\n\n')
  await page.getByLabel('Texts').fill(text.replace('== Korean ==', '== Koreann =='))
  await page.getByRole('button', { name: 'Fill in the form' }).click()
  await expect(page.getByText('At this line: == Koreann ==')).toBeVisible()
  await expect(page.getByLabel('Texts')).toHaveValue(/Koreann/)
  const seeing = await withScripts(browser, page)
  for (const width of [1280, 390]) {
    await seeing.setViewportSize({ width, height: 800 })
    await expectAccessible(seeing)
  }
  await page.getByLabel('Texts').fill('')
  await page
    .getByLabel('Or a text file')
    .setInputFiles({ name: 'news.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Fill in the form' }).click()

  await expect(page.getByRole('status').first()).toContainText('Nothing is saved yet')
  await expect(page.getByLabel('Subject').nth(1)).toHaveValue('News in Korean')
  await page.getByRole('button', { name: 'Save and email me a test' }).click()
  await expect(page.getByText('The test is on its way')).toBeVisible()
  await expect(page.getByText('Test emailed to you')).toBeVisible()
  await expect(page.getByRole('link', { name: 'https://example.org/answer' })).toBeVisible()
  await expect(page.getByText(/No text in .*Vietnamese/)).toBeVisible()
  await expect(async () => {
    const tests = (await mailsTo(request, email)).filter(({ subject }) => subject.startsWith('[Test]'))
    expect(tests).toHaveLength(8)
  }).toPass({ timeout: 60_000 })
  await seeing.goto(mailing)
  for (const width of [1280, 390]) {
    await seeing.setViewportSize({ width, height: 800 })
    await expectAccessible(seeing)
    expect(await seeing.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
})

test('the mail is seen beside its text, and again after each save, without scripts', async ({ browser }) => {
  const { page } = await signInAs(browser, 'editor')
  await page.setViewportSize({ width: 1280, height: 900 })
  await newUpdate(page)
  await write(page, 'English', 'The Council has met', 'It sat for **two hours**.')
  await page.getByRole('button', { name: 'Save and preview' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  const mail = page.frameLocator('iframe[title="Email in English"]')
  await expect(mail.locator('strong').first()).toHaveText('two hours')
  const [text, beside] = [page.locator('#body-en'), page.locator('iframe[title="Email in English"]')]
  const [left, right] = [await text.boundingBox(), await beside.boundingBox()]
  expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0) - 1)
  if (process.env.SHOTS) {
    await page.screenshot({ path: `${process.env.SHOTS}/preview-1280.png`, fullPage: true })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.screenshot({ path: `${process.env.SHOTS}/preview-390-dark.png`, fullPage: true })
    await page.setViewportSize({ width: 1280, height: 900 })
  }
  await text.fill('It sat for **three hours**.')
  await page.getByRole('button', { name: 'Save all languages' }).click()
  await expect(mail.locator('strong').first()).toHaveText('three hours')
  await page.getByRole('link', { name: 'Hide the emails' }).click()
  await expect(beside).toHaveCount(0)
  await expect(text).toHaveValue('It sat for **three hours**.')
})
