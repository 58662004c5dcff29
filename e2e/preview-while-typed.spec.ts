import type { Page } from '@playwright/test'
import { expectAccessibleInEveryLook } from './support/every-look'
import { languagePart, newUpdate, write } from './support/mailing'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const SAVE = 'Save all languages'

test('a mailing is seen beside its text while it is typed: where its reader has scrolled, the newest, and not saved', async ({
  browser,
}) => {
  const scriptless = (await signInAs(browser, 'editor')).page
  const address = await newUpdate(scriptless)
  const page = await withScripts(browser, scriptless)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('link', { name: 'Show the emails beside the texts' }).click()
  const mail = page.frameLocator('iframe[title="Email in English"]')
  const text = page.locator('#body-en')
  const long = Array.from({ length: 60 }, (_, i) => `Paragraph ${i}.`).join('\n\n')
  await write(page, 'English', 'The Council has met', `It sat for **two hours**. <img src=x>\n\n${long}`)
  await expect(mail.locator('strong').first()).toHaveText('two hours')
  await expect(mail.getByText('<img src=x>')).toBeVisible()
  // With the style of the mail, which the page itself would refuse.
  await expect(mail.getByText('Paragraph 1.')).toHaveCSS('font-size', '17px')

  // What is being typed stays where it is, and so does what is read.
  const scroll = () => mail.locator('html').evaluate((root) => root.scrollTop)
  await mail.getByText('Paragraph 30.').scrollIntoViewIfNeeded()
  const [before, place] = [await scroll(), await text.boundingBox()]
  expect(before).toBeGreaterThan(0)
  await text.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('Yesterday. ')
  await expect(mail.getByText('Yesterday.')).toBeAttached()
  expect(await scroll()).toBe(before)
  expect(await text.boundingBox()).toEqual(place)
  await expect(text).toBeFocused()

  // An answer that comes late is not shown in place of a newer one.
  let release = () => {}
  const late = new Promise<void>((resolve) => {
    release = resolve
  })
  let asked = 0
  await page.route('**/mail?*draft=*', async (route) => {
    asked += 1
    if (asked === 1) await late
    await route.continue().catch(() => {})
  })
  await page.keyboard.type('First. ')
  await expect.poll(() => asked).toBe(1)
  await page.keyboard.type('Second. ')
  await expect(mail.getByText('First. Second.')).toBeAttached()
  release()
  await page.keyboard.type('Third. ')
  await expect(mail.getByText('First. Second. Third.')).toBeAttached()
  await page.unroute('**/mail?*draft=*')
  await expectAccessibleInEveryLook(page, 'typed-mailing')

  // A language beside it.
  await write(page, 'Korean', '안보리', '회의가 **열렸습니다**')
  await expect(page.frameLocator('iframe[title="Email in Korean"]').locator('strong').first()).toHaveText('열렸습니다')

  // Only a draft was kept: the mailing is as it was.
  await scriptless.goto(address)
  await expect(scriptless.locator('#body-en')).toHaveValue('')
  // On a phone it is folded, and follows once it is unfolded.
  await page.setViewportSize({ width: 390, height: 844 })
  const part = languagePart(page, 'English').first()
  await expect(part.locator('iframe')).toBeHidden()
  await text.fill('On a **phone**.')
  await part.locator('.made-of-text > summary').click()
  await expect(mail.locator('strong').first()).toHaveText('phone')
  await page.getByRole('button', { name: SAVE }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
})

/** A draft of a petition of its own, on the page of its English text. */
async function newPetition(page: Page): Promise<void> {
  await page.goto('/admin/petitions/new')
  await page.getByLabel('Address', { exact: true }).fill(`typed-${Math.random().toString(36).slice(2, 10)}`)
  await page.getByLabel('Title in English').fill('Let the letters through')
  await page.getByLabel('Goal, in signatures').fill('2500')
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Let the letters through')
}

test('a petition is seen as the public would read it, while it is typed; without scripts, as it is saved', async ({
  browser,
}) => {
  const scriptless = (await signInAs(browser, 'editor')).page
  await newPetition(scriptless)
  await scriptless.getByLabel('Reasons', { exact: true }).fill('Many are **over eighty**.')
  await scriptless.getByRole('button', { name: 'Save and preview' }).click()
  const frame = 'iframe[title="The petition as the public would read it"]'
  await expect(scriptless.frameLocator(frame).locator('strong', { hasText: 'over eighty' })).toBeVisible()

  const page = await withScripts(browser, scriptless)
  await page.setViewportSize({ width: 1280, height: 900 })
  const petition = page.frameLocator(frame)
  await page.getByLabel('Title', { exact: true }).fill('Let every letter through')
  await expect(petition.getByRole('heading', { level: 1 })).toHaveText('Let every letter through')
  await page.getByLabel('Reasons', { exact: true }).fill('Many are **over ninety**. <b>now</b>')
  await expect(petition.locator('strong', { hasText: 'over ninety' })).toBeVisible()
  await expect(petition.getByText('<b>now</b>')).toBeVisible()
  await expect(petition.getByRole('button', { name: 'Sign', exact: false }).first()).toBeDisabled()
  await expectAccessibleInEveryLook(page, 'typed-petition')
  const [left, right] = [await page.locator('form.words').boundingBox(), await page.locator(frame).boundingBox()]
  expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0) - 1)

  await scriptless.reload()
  await expect(scriptless.getByLabel('Title', { exact: true })).toHaveValue('Let the letters through')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  await expect(petition.getByRole('heading', { level: 1 })).toHaveText('Let every letter through')
})
