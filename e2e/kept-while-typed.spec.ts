import { expectAccessible } from './support/axe'
import { expectWritten, newUpdate, write } from './support/mailing'
import { signInAs } from './support/staff'
import { expect, test } from './support/test'

test('what is being typed is kept: leaving before that is warned of, and the page offers the draft', async ({
  browser,
}) => {
  const scriptless = (await signInAs(browser, 'editor')).page
  const state = await scriptless.context().storageState()
  const page = await (await browser.newContext({ storageState: state, baseURL: scriptless.url() })).newPage()
  const update = await newUpdate(page)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    return dialog.accept()
  })
  // With the server out of reach, nothing is kept, and leaving is warned of.
  await page.route('**/admin/drafts/autosave', (route) => route.abort())
  await write(page, 'Korean', '안보리가', '아직')
  await expect(page.getByText('The draft could not be kept')).toBeVisible()
  await page.unroute('**/admin/drafts/autosave')
  await page.reload()
  expect(asked).toEqual(['beforeunload'])

  await write(page, 'Korean', '안보리가 답했습니다', '한 시간 동안 쓴 글.')
  await expect(page.getByText('Draft kept. Not saved yet.')).toBeVisible()
  await page.goto('/admin')
  await page.goto(update)
  expect(asked).toHaveLength(1)
  await page.getByRole('link', { name: 'Restore' }).click()
  await expectWritten(page, 'Korean', '안보리가 답했습니다', '한 시간 동안 쓴 글.')
  await expectAccessible(page)
  // Saved, it is a draft no longer.
  await page.getByRole('button', { name: 'Save all languages' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await page.goto(update)
  await expect(page.getByText('Unsaved draft')).toHaveCount(0)
  await expectWritten(page, 'Korean', '안보리가 답했습니다', '한 시간 동안 쓴 글.')
})

test('a delivery that is being prepared is kept while it is typed, and its page offers it again', async ({
  browser,
}) => {
  const scriptless = (await signInAs(browser, 'editor')).page
  const state = await scriptless.context().storageState()
  const page = await (await browser.newContext({ storageState: state, baseURL: scriptless.url() })).newPage()
  await page.goto('/admin/petitions')
  await page
    .getByRole('main')
    .getByRole('link', { name: /Security Council/ })
    .first()
    .click()
  await page.waitForURL(/\/admin\/petitions\/[0-9a-f-]{36}/)
  const delivery = `${new URL(page.url()).pathname}/hand-over`
  await page.goto(delivery)
  await page.getByLabel('Delivered to, one a line').fill('Office of the President')
  await expect(page.getByText('Draft kept. Not saved yet.')).toBeVisible()
  await page.goto('/admin')
  await page.goto(delivery)
  await page.getByRole('link', { name: 'Restore' }).click()
  await expect(page.getByLabel('Delivered to, one a line')).toHaveValue('Office of the President')
})
