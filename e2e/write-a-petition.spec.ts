import type { Page } from '@playwright/test'
import { translator } from '@/messages/translator'
import { aWonPetition } from './support/a-won-petition'
import { expectAccessible } from './support/axe'
import { openPage } from './support/open-page'
import { SLUG } from './support/person'
import { petitionRow } from './support/petition-row'
import { approveAs, confirmAct, signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const slug = `new-call-${Math.random().toString(36).slice(2, 8)}`

async function fill(page: Page, texts: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByRole('status')).toContainText('Saved')
}

async function publish(page: Page, version: number): Promise<void> {
  await page.getByRole('link', { name: 'Publish', exact: true }).click()
  await expect(page.getByText(`As version ${version}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('status')).toContainText('Published')
}

test('an editor writes a petition, previews, translates and opens it, and it is read and signed; all without JavaScript', async ({
  page: reader,
  browser,
}) => {
  const { page } = await signInAs(browser, 'editor')
  await page.getByRole('link', { name: 'Petitions', exact: true }).click()
  await page.getByRole('link', { name: 'New petition' }).click()
  await page.getByLabel('Address', { exact: true }).fill('security-council-must-act')
  await page.getByLabel('Title in English').fill('Let the families write')
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByRole('alert')).toContainText('Another petition has this address')
  await expect(page.getByLabel('Title in English')).toHaveValue('Let the families write')
  await page.getByLabel('Address', { exact: true }).fill(slug)
  await page.getByLabel('Goal, in signatures').fill('2500')
  await page.getByLabel('Demands', { exact: true }).fill('Reopen letters.\n\n  Publish a timetable. ')
  await page.getByRole('button', { name: 'Create draft' }).click()

  // What was not whole is gone on with on the text's own page.
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Let the families write')
  expect(await page.getByLabel('Demands', { exact: true }).inputValue()).toBe('Reopen letters.\nPublish a timetable.')
  await fill(page, {
    Call: 'We ask the Red Cross to reopen letters between divided families.',
    'Addressed to': 'International Committee of the Red Cross',
    Reasons: '## Why now\n\nMany are **over eighty**. <script>alert(1)</script>',
  })

  await page.getByRole('link', { name: 'Preview' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Let the families write')
  await expect(page.getByText('Preview in English')).toBeVisible()
  await expect(page.getByRole('strong')).toContainText(['over eighty'])
  await expect(page.getByRole('button', { name: 'Sign', exact: false }).first()).toBeDisabled()
  await reader.goto(`/en/petitions/${slug}`)
  await expect(reader.getByRole('heading', { level: 1 })).not.toContainText('families')
  await page.getByRole('link', { name: 'Back to admin' }).click()

  await expect(page.getByText('Publish the English text first')).toBeVisible()
  await page.getByRole('link', { name: 'Publish English' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.goto(`/admin/petitions/${new URL(page.url()).pathname.split('/')[3]}/texts/publish`)
  await expect(page.getByRole('main')).toContainText('Nothing to publish')
  await page.getByRole('link', { name: 'Texts', exact: true }).last().click()
  await page.getByRole('link', { name: 'Edit Korean' }).click()
  await expect(page.getByRole('region', { name: 'Call, English' })).toContainText('reopen letters between')
  await fill(page, {
    Title: '가족이 편지를 쓸 수 있게 하라',
    Call: '이산가족의 서신 교환을 재개하라.',
    'Addressed to': '국제적십자위원회',
    Demands: '서신을 재개하라.',
    Reasons: '많은 이들이 여든을 넘었다.',
  })
  await publish(page, 1)
  await page.getByRole('link', { name: 'Schedule', exact: true }).click()
  await page.getByLabel('Last day to sign').fill('2090-12-03')
  await page.getByRole('button', { name: 'Save schedule' }).click()
  await expect(page.getByRole('status')).toContainText('Saved')
  await expect(page.getByText('until 2090-12-04 00:00')).toBeVisible()
  await page.getByRole('link', { name: 'Overview', exact: true }).click()
  const petition = new URL(page.url()).pathname
  await expect(page.getByText('In English, Korean.')).toBeVisible()
  await confirmAct(page, 'Open petition', 'Request opening')
  expect((await reader.goto(`/ko/petitions/${slug}`))?.status()).toBe(404)
  await approveAs(page, await signInAs(browser, 'owner'))
  await page.goto(`${petition}/texts`)

  // The English moves on; the Korean is outdated until its translator has seen what changed.
  await page.getByRole('link', { name: 'Edit English' }).click()
  await fill(page, { Call: 'We ask the Red Cross to reopen letters and calls between divided families.' })
  const row = await petitionRow(page, slug)
  await expect(row).toContainText('English, Korean')
  await expect(row.getByRole('cell').last()).toHaveText('Korean')
  await row.getByRole('link').click()
  await page.getByRole('link', { name: 'Texts', exact: true }).click()
  await page.getByRole('link', { name: 'Edit Korean' }).click()
  await expect(page.getByRole('region', { name: 'Call, English' }).locator('ins')).toHaveText(' and calls')
  await page.getByLabel('Mark translation as up to date').check()
  await fill(page, { Call: '이산가족의 서신 교환과 통화를 재개하라.' })
  await expect(page.getByText('Out of date')).toHaveCount(0)

  // Both are published together, each by itself.
  await page.goto(`${petition}/texts`)
  await expect(page.getByRole('main')).toContainText('Not published: English and Korean.')
  await page.getByRole('link', { name: 'Review and publish all 2' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review and publish all: Let the families write')
  await expect(page.locator('ins')).toContainText(['and calls', '교환과', '통화를'])
  await page.getByRole('button', { name: 'Request publication of 2 languages' }).click()
  await expect(page.getByRole('status')).toContainText('Approval requested')
  await page.goto(`${petition}/texts/publish`)
  await page.getByRole('button', { name: 'Request publication of 2 languages' }).click()
  await expect(page.getByRole('alert')).toContainText('Approval already requested')

  await expect(async () => {
    await reader.goto(`/ko/petitions/${slug}`)
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('가족이 편지를 쓸 수 있게 하라', {
      timeout: 500,
    })
  }).toPass({ timeout: 30_000 })
  await expect(reader.getByRole('main')).not.toContainText('통화')
  await expect(reader.getByRole('main')).toContainText('2090년 12월 3일')
  const t = translator('ko', 'form')
  await reader.getByRole('textbox', { name: t('name.label') }).fill('김지수')
  await reader.getByLabel(t('email.label')).fill(`${slug}@example.org`)
  await reader.getByLabel(t('country.label')).selectOption('KR')
  await reader.getByLabel(t('consent.label')).check()
  await reader.getByRole('button', { name: t('submit'), exact: true }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(translator('ko', 'checkEmail')('title'))
  await reader.goto('/en/petitions')
  await expect(reader.getByRole('main')).toContainText('Let the families write')
})

test('a petition is made on one page with its opening day, and copied; all without JavaScript', async ({ browser }) => {
  const { page } = await signInAs(browser, 'editor')
  const title = `Open the archives ${slug}`
  await page.goto('/admin/petitions/new')
  await page.getByLabel('Title in English').fill(title)
  await page.getByLabel('Call', { exact: true }).fill('We ask for the archives.')
  await page.getByLabel('Addressed to').fill('The General Assembly')
  await page.getByLabel('Demands', { exact: true }).fill('Open them.')
  await page.getByLabel('Goal, in signatures').fill('700')
  await page.getByLabel('Opens on').fill('2090-12-03')
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByRole('alert')).toContainText('Reasons: Fill this in.')
  await page.getByLabel('Reasons', { exact: true }).fill('They are closed.')
  await page.getByRole('button', { name: 'Create draft' }).click()
  await approveAs(page, await signInAs(browser, 'owner'))

  await page.goto('/admin/petitions')
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByText(`/petitions/open-the-archives-${slug}`)).toBeVisible()
  await page.getByRole('link', { name: 'Copy petition' }).click()
  await expect(page.getByText(`Copy of ${title}`)).toBeVisible()
  await expect(page.getByLabel('Goal, in signatures')).toHaveValue('700')
  await expect(page.getByLabel('Reasons', { exact: true })).toHaveValue('They are closed.')
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByRole('status')).toContainText('Saved')
  await expect(page.getByText(`/petitions/open-the-archives-${slug}-2`)).toBeVisible()
  await expect(page.getByText('Publish the English text first').first()).toBeVisible()
})

test('two editors save at once: the second sees both and makes one text of them', async ({ browser }) => {
  const [one, other] = [await signInAs(browser, 'editor'), await signInAs(browser, 'owner')]
  const won = await aWonPetition()
  await (await petitionRow(one.page, won)).getByRole('link').click()
  const path = `${new URL(one.page.url()).pathname}/texts/en`
  await one.page.goto(path)
  await other.page.goto(path)
  await fill(one.page, { Title: 'A register that is kept' })
  await other.page.getByLabel('Title', { exact: true }).fill('A register, at last')
  await other.page.getByRole('button', { name: 'Save draft' }).click()
  await expect(other.page.getByRole('alert')).toContainText('Nothing is lost')
  const theirs = other.page.getByRole('region', { name: /^Title, saved by/ })
  await expect(theirs.locator('del').last()).toContainText('kept')
  await expect(other.page.getByLabel('Title', { exact: true })).toHaveValue('A register, at last')
  // Leaving and returning loses nothing.
  await other.page.goto(path)
  await other.page.getByRole('link', { name: 'kept separately' }).click()
  await expect(other.page.getByLabel('Title', { exact: true })).toHaveValue('A register, at last')
  await fill(other.page, { Title: 'A register that is kept, at last' })
  await other.page.goto(path)
  await expect(other.page.getByRole('link', { name: 'kept separately' })).toHaveCount(0)
  await expect(other.page.getByLabel('Title', { exact: true })).toHaveValue('A register that is kept, at last')
})

test('a slip is mended in four clicks, and one of a second editor', async ({ browser }) => {
  const { page } = await signInAs(browser, 'editor')
  const won = await aWonPetition()
  await (await petitionRow(page, won)).getByRole('link').click()
  await expect(page.getByRole('link', { name: 'Edit Korean' })).toContainText('no text yet')
  await page.getByRole('link', { name: 'Edit English' }).click()
  await expect(page.getByRole('navigation', { name: 'Languages' }).locator('[aria-current=page]')).toHaveText('English')
  const call = page.getByLabel('Call', { exact: true })
  await call.fill(`${await call.inputValue()} At once.`)
  await page.getByRole('button', { name: 'Save and request as a small correction' }).click()
  await expect(page.getByText('Yes: the meaning is unchanged')).toBeVisible()
  await expect(page.locator('main ins')).toContainText('At once.')
  await approveAs(page, await signInAs(browser, 'editor'))
  await (await petitionRow(page, won)).getByRole('link').click()
  await page.getByRole('link', { name: 'Texts', exact: true }).click()
  await page.getByRole('link', { name: 'Versions English' }).click()
  await expect(page.getByRole('main')).toContainText('At once.')
})

test('the tabs of a petition are gone through by keys alone, each a page with a title of its own; previews are accessible', async ({
  browser,
}) => {
  const { page: first } = await signInAs(browser, 'auditor')
  const page = await withScripts(browser, first)
  await (await petitionRow(page, SLUG)).getByRole('link').click()
  await page.waitForURL(/\/admin\/petitions\/[\w-]{36}$/)
  const titles = new Set<string>()
  for (const tab of ['Overview', 'Texts', 'Schedule', 'Results', 'History']) {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
    const link = page.getByRole('link', { name: tab, exact: true })
    for (let keys = 0; keys < 8 && !(await link.evaluate((one) => one === document.activeElement)); keys += 1)
      await page.keyboard.press('Tab')
    await expect(link).toBeFocused()
    const loaded = page.waitForEvent('load')
    await page.keyboard.press('Enter')
    await loaded
    await expect(page.getByRole('navigation', { name: 'Petition' }).locator('[aria-current=page]')).toHaveText(tab)
    titles.add(await page.title())
  }
  expect(titles.size).toBe(5)

  const petition = new URL(page.url()).pathname.replace(/\/history$/, '')
  await page.setViewportSize({ width: 390, height: 800 })
  for (const locale of ['en', 'ar']) {
    await openPage(page, `${petition}/preview/${locale}`)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  }
})

test('a comparison folds the sentences that did not change, and shows white space that did', async ({ browser }) => {
  const { page } = await signInAs(browser, 'editor')
  await page.goto('/admin/petitions/new')
  await page.getByLabel('Address', { exact: true }).fill(`${slug}-compared`)
  await page.getByLabel('Goal, in signatures').fill('2500')
  await page.getByRole('button', { name: 'Create draft' }).click()
  const english = page.url()
  await page.goto(english.replace(/en$/, 'ko'))
  const words = { Title: '제목', Call: '요구한다.', 'Addressed to': '안보리', Demands: '행동하라.' }
  await fill(page, { ...words, Reasons: '첫째 이유다. 둘째 이유다. 셋째 이유다.\n\n끝이다.' })
  await publish(page, 1)
  await page.getByRole('link', { name: 'Edit Korean' }).click()
  await fill(page, { Reasons: '첫째 이유다. 둘째 새 이유다. 셋째 이유다. 끝이다.' })
  await page.getByRole('link', { name: 'Publish', exact: true }).click()
  const reasons = page.locator('section', { has: page.getByRole('heading', { name: 'Reasons' }) })
  await expect(reasons.locator('summary')).toHaveText(['Unchanged: 1 sentence', 'Unchanged: 1 sentence'])
  await expect(reasons.getByText('첫째 이유다.')).toBeHidden()
  await reasons.locator('summary').first().click()
  await expect(reasons.getByText('첫째 이유다.')).toBeVisible()
  await expect(reasons.locator('.change').first()).toContainText('둘째 이유다.')
  await expect(reasons.locator('ins').first()).toHaveText('새 ')
  await expect(reasons.getByText('Only spaces or line breaks changed.')).toBeVisible()
  await expect(reasons.locator('.change').last().locator('del')).toContainText('¶')
  const seeing = await withScripts(browser, page)
  await seeing.goto(page.url())
  for (const width of [1280, 390]) {
    await seeing.setViewportSize({ width, height: 800 })
    await expectAccessible(seeing)
    expect(await seeing.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
})
