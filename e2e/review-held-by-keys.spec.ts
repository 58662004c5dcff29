import type { Page } from '@playwright/test'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { expectAccessibleInEveryLook } from './support/every-look'
import { hold } from './support/held'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const people = (name: string, many: number) => Array.from({ length: many }, (_, i) => `${name} ${i}`)

async function start(page: Page): Promise<void> {
  await page.goto('/admin')
  await page
    .getByRole('navigation', { name: 'Admin' })
    .getByRole('link', { name: /^Held signatures/ })
    .click()
  await page.getByRole('button', { name: 'Start review' }).click()
}

const shown = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).first()

test('held signatures are decided by keys alone: one key each, those alike together, and Undo is exact', async ({
  browser,
}) => {
  await hold(people('Single', 12), people('Alike', 12))
  const { page } = await signInAs(browser, 'moderator')
  await start(page)
  const keyboard = await withScripts(browser, page)
  await expect(shown(keyboard)).toHaveText('Single 0')
  await expect(keyboard.getByRole('main')).toContainText('single.0@example.org')
  await expect(keyboard.getByRole('main')).toContainText('Busy network')
  await expectAccessibleInEveryLook(keyboard, 'review')
  await expect(keyboard.getByRole('button', { name: 'Keyboard shortcuts' })).toHaveAttribute('aria-pressed', 'true')

  // `?` says what each key does; meanwhile none does it.
  await keyboard.keyboard.press('?')
  const keys = keyboard.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(keys).toContainText('Release')
  await expect(keys.getByRole('term').first()).toHaveText(/^[a-z]$/)
  await keyboard.keyboard.press('a')
  if (process.env.SHOTS) await keyboard.screenshot({ path: `${process.env.SHOTS}/keys.png` })
  await keyboard.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)
  await expect(shown(keyboard)).toHaveText('Single 0')

  await keyboard.keyboard.press('a')
  await expect(shown(keyboard)).toHaveText('Single 1')
  await expect(keyboard.getByRole('status')).toHaveText('Released 1 signature. It takes effect in a minute.')
  await expect(keyboard.getByRole('status')).toBeFocused()
  await keyboard.keyboard.press('r')
  await keyboard.keyboard.press('1')
  await expect(shown(keyboard)).toHaveText('Single 2')
  await expect(keyboard.getByRole('status')).toContainText('Removed 1 signature')
  await keyboard.keyboard.press('u')
  await expect(shown(keyboard)).toHaveText('Single 1')
  // The reason's key alone does the same.
  await keyboard.keyboard.press('2')
  await expect(shown(keyboard)).toHaveText('Single 2')
  await expect(keyboard.getByRole('status')).toContainText('Removed 1 signature')
  await keyboard.keyboard.press('u')
  await expect(shown(keyboard)).toHaveText('Single 1')
  await expect(keyboard.getByRole('main')).toContainText('1 of ')
  await keyboard.keyboard.press('s')
  await expect(shown(keyboard)).toHaveText('Single 2')
  for (let i = 2; i < 12; i += 1) {
    await expect(shown(keyboard)).toHaveText(`Single ${i}`)
    await keyboard.keyboard.press('a')
  }
  await expect(shown(keyboard)).toHaveText('12 alike')
  await expectAccessible(keyboard)
  await keyboard.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(keyboard)
  // Two of them stay: the boxes are gone through by j and k.
  await keyboard.keyboard.press('j')
  await keyboard.keyboard.press('Space')
  await keyboard.keyboard.press('j')
  await keyboard.keyboard.press('Space')
  await keyboard.keyboard.press('a')
  await expect(keyboard.getByRole('status')).toContainText('Released 10 signatures')
  await expect(keyboard.getByRole('main')).toContainText('21 of ')

  // Each opening is on record, with the one reason; and a decision takes effect after its minute.
  const auditor = (await signInAs(browser, 'auditor')).page
  await auditor.goto('/admin/audit')
  await expect(auditor.getByRole('table').first()).toContainText('opened')
  await expect(async () => {
    await auditor.goto('/admin/signatures?sort=oldest')
    await expect(auditor.getByRole('row').nth(1)).toContainText(/Confirmed|Counted/, { timeout: 500 })
  }).toPass({ timeout: 110_000, intervals: [2_000] })
})

test('without scripts every step is a button, and two moderators are never on the same one', async ({ browser }) => {
  await hold(people('Shared', 4), [])
  const [first, second] = [await signInAs(browser, 'moderator'), await signInAs(browser, 'moderator')]
  await start(first.page)
  await start(second.page)
  const seen: string[] = []
  for (let i = 0; i < 2; i += 1) {
    for (const { page } of [first, second]) {
      await expect(shown(page)).toHaveText(/^[A-Z]\w+ \d+$/)
      seen.push((await shown(page).textContent()) ?? '')
    }
    for (const { page } of [first, second]) await page.getByRole('button', { name: 'Release' }).click()
  }
  expect(new Set(seen).size).toBe(4)
  await first.page.getByRole('button', { name: 'Undo' }).click()
  await expect(shown(first.page)).toHaveText(seen[2] ?? '')
  await first.page.getByText('Remove…').click()
  await first.page.getByRole('button', { name: 'Duplicate' }).click()
  await expect(first.page.getByRole('status')).toContainText('Removed 1 signature')
})

test('the largest group first, with one click; one is left held with a note, which its history shows', async ({
  browser,
}) => {
  await hold(people('Lonely', 1), people('Together', 6))
  const { page } = await signInAs(browser, 'moderator')
  await page.goto('/admin/review/held')
  // Looking needs scripts.
  const looked = await withScripts(browser, page)
  await expectAccessible(looked)
  await looked.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(looked)
  await page.setViewportSize({ width: 390, height: 844 })
  const row = page.getByRole('row', { name: /Busy network/ })
  await expect(row).toContainText('6')
  await row.getByRole('button', { name: 'Review group' }).click()
  await expect(shown(page)).toHaveText('6 alike')
  await page.getByRole('button', { name: 'Release selected' }).click()
  await expect(page.getByRole('status')).toHaveText('Released 6 signatures. It takes effect in a minute.')
  // The group is done: what is left is listed, and Undo is still offered.
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await page.getByRole('button', { name: 'Start review' }).click()
  await expect(shown(page)).toHaveText('Lonely 0')
  const history =
    (await page
      .getByRole('link', { name: /^[0-9A-Z-]{6,}/ })
      .first()
      .getAttribute('href')) ?? ''
  await page.getByText('Leave held…').click()
  await page.getByLabel('Note (no names)').fill('Ask the member whose link it is')
  await page.getByRole('button', { name: 'Leave held for 30 days' }).click()
  await expect(page.getByRole('status')).toHaveText('Left 1 signature held.')
  await page.goto(history)
  await expect(page.getByRole('main')).toContainText('left a signature held')
})

test('a review can be narrowed to what has one thing in common, says so, and goes on with that alone', async ({
  browser,
}) => {
  await hold(people('By itself', 2), people('Crowd', 6))
  // Of a language of their own: what other stories left is in others, or counted.
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  try {
    await client.query(`UPDATE signature SET locale = 'vi' WHERE state = 'held' AND leaf_index IS NULL`)
  } finally {
    await client.end()
  }
  const { page } = await signInAs(browser, 'moderator')
  await page.goto('/admin/review/held')
  await page.getByLabel('In common').selectOption({ label: 'Nothing in common' })
  await page.getByLabel('Language').selectOption({ label: 'Vietnamese' })
  await page.getByRole('button', { name: 'Show' }).click()
  const main = page.getByRole('main')
  await expect(page).toHaveURL(/kind=single/)
  await expect(main).toContainText('2 held signatures to review')
  await expect(main).toContainText(/Only these are reviewed:\s*Nothing in common, leave this out ×\s*in Vietnamese/)
  await expectAccessibleInEveryLook(await withScripts(browser, page), 'review-narrowed')
  await page.getByRole('button', { name: 'Start review' }).click()
  for (const i of [0, 1]) {
    await expect(shown(page)).toHaveText(`By itself ${i}`)
    await expect(main).toContainText('Only these are reviewed')
    await page.getByRole('button', { name: /^Skip/ }).click()
  }
  // None are left; those of the other kind are one link away, and nothing of the choice is.
  await expect(page.getByLabel('In common')).toHaveValue('single')
  await page.getByRole('link', { name: 'Clear all' }).click()
  await expect(main).not.toContainText('Only these are reviewed')
  await expect(page.getByRole('row', { name: /Busy network.*Vietnamese/ })).toContainText('6')
})

test('a review can be narrowed to one language, and goes on with it alone', async ({ browser }) => {
  await hold(people('Of a language', 3), [])
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  try {
    // The second and the third that wait.
    await client.query(`UPDATE signature SET locale = 'ar' WHERE state = 'held' AND leaf_index IS NULL
      AND received_at > (SELECT min(received_at) FROM signature WHERE state = 'held')`)
  } finally {
    await client.end()
  }
  const { page } = await signInAs(browser, 'moderator')
  await page.goto('/admin/review/held')
  await page.getByLabel('Language').selectOption({ label: 'Arabic' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('main')).toContainText('2 held signatures to review')
  await page.getByRole('button', { name: 'Start review' }).click()
  await expect(shown(page)).toHaveText('Of a language 1')
  await page.getByRole('button', { name: /^Skip/ }).click()
  await expect(shown(page)).toHaveText('Of a language 2')
  await page.getByRole('button', { name: /^Skip/ }).click()
  // The list of the same language; all are one link away.
  await expect(page.getByLabel('Language')).toHaveValue('ar')
  await page.getByRole('link', { name: 'Clear all' }).click()
  await page.getByRole('button', { name: 'Start review' }).click()
  await expect(shown(page)).toHaveText('Of a language 0')
  await page.goto('/admin/review/held?locale=klingon')
  await expect(page.getByRole('alert')).toContainText('Nothing is listed')
})
