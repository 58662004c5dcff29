import { expectAccessible } from './support/axe'
import { mailsTo } from './support/mailbox'
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
  await expect(page.getByText('No test mailed to you yet')).toBeVisible()
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
  await page.getByRole('button', { name: 'Save and mail me a test' }).click()
  await expect(page.getByText('The test is on its way')).toBeVisible()
  await expect(page.getByText('Test mailed to you')).toBeVisible()
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
