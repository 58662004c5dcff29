import { aWonPetition } from './support/a-won-petition'
import { petitionRow } from './support/petition-row'
import { approveAs, confirmAct, signInAs } from './support/staff'
import { expect, test } from './support/test'

test('a petition leaves the view when a second person agrees, keeps its ledger, and comes back', async ({
  page: reader,
  browser,
  request,
}) => {
  const slug = await aWonPetition()
  const [editor, owner] = [await signInAs(browser, 'editor'), await signInAs(browser, 'owner')]
  const { page } = editor
  await (await petitionRow(page, slug)).getByRole('link').click()
  const petition = page.url()
  await confirmAct(page, 'Unpublish', 'Request unpublishing', 'its words are under review')
  await expect(page.getByRole('main')).toContainText('its words are under review')
  // The request alone changes nothing.
  expect((await request.get(`/api/v1/petitions/${slug}`)).status()).toBe(200)
  await page.goto(petition)
  await confirmAct(page, 'Unpublish', 'Request unpublishing', 'again')
  await expect(page.getByRole('alert')).toContainText('already requested')

  await owner.page.getByRole('link', { name: /^Approvals/ }).click()
  await owner.page.getByRole('link', { name: 'Remove a petition' }).first().click()
  await expect(owner.page.getByRole('main')).toContainText('A register of the missing')
  await owner.page.getByRole('button', { name: /^Approve/ }).click()
  await expect(owner.page.getByRole('status').first()).toContainText('Approved')

  // The site keeps a page for seconds, Next.js beneath it too; a busy machine needs time to render it again.
  await expect(async () => {
    expect((await reader.goto(`/en/petitions/${slug}`))?.status()).toBe(404)
  }).toPass({ timeout: 30_000, intervals: [1000] })
  expect((await request.get(`/api/v1/petitions/${slug}`)).status()).toBe(404)
  expect((await request.get(`/ledger/${slug}/texts.json`)).status()).toBe(200)

  await page.goto(petition)
  await expect(page.getByRole('main')).toContainText('Unpublished')
  await confirmAct(page, 'Publish again', 'Request publishing again')
  await approveAs(page, owner)
  await expect(async () => {
    expect((await reader.goto(`/en/petitions/${slug}`))?.status()).toBe(200)
  }).toPass({ timeout: 30_000, intervals: [1000] })
})

test('before a delivery is marked it says when personal data go, and of how many', async ({ browser }) => {
  const { page } = await signInAs(browser, 'editor')
  await page.getByRole('link', { name: 'The Security Council must act' }).click()
  await page.getByRole('link', { name: 'Mark as delivered' }).click()
  await page.getByLabel('Delivered on').fill('2001-01-01')
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('alert')).toContainText('cannot have happened on that day')
  await page.getByLabel('Delivered on').fill(new Date().toISOString().slice(0, 10))
  await page.getByRole('button', { name: 'Preview' }).click()
  const gone = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  await expect(page.getByRole('main')).toContainText(`On ${gone} the names, addresses and comments of`)
  await expect(page.getByRole('button', { name: 'Request marking as delivered' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(`Until ${gone} you can request to undo this`)
})
