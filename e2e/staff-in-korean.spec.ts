import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { hold } from './support/held'
import { TITLE } from './support/person'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

async function chooseKorean(page: Page): Promise<void> {
  await page.goto('/admin/account')
  await page.getByLabel('Language').selectOption('ko')
  await page.getByRole('button', { name: 'Save language' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
}

/** Two words of English after each other, besides what somebody entered, the petition's title and the names of time zones. */
async function expectNoEnglish(page: Page): Promise<void> {
  const text = await page.getByRole('main').evaluate((main) => {
    const copy = main.cloneNode(true) as HTMLElement
    for (const one of copy.querySelectorAll('script, select[name=zone], bdi, [lang]')) one.remove()
    return copy.textContent
  })
  const said = text.replaceAll(/\S+@\S+/g, '').replaceAll(TITLE, '')
  expect(said.match(/[A-Za-z]{2,} [a-z]{2,}.*/g) ?? []).toEqual([])
}

test('a moderator chooses Korean, and reads the admin area in it', async ({ browser }) => {
  const { page } = await signInAs(browser, 'moderator')
  await chooseKorean(page)
  await expect(page.getByRole('status')).toHaveText('저장했습니다.')
  await expect(page).toHaveTitle('계정 · 관리')
  await expectNoEnglish(page)
})

test('held signatures are reviewed in Korean, by the same keys', async ({ browser }) => {
  await hold(['하나', '둘', '셋'], [])
  const { page } = await signInAs(browser, 'moderator')
  await chooseKorean(page)
  await page.goto('/admin/review/held')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('보류된 서명')
  await expect(page.getByLabel('사유(이름은 쓰지 마세요)')).toHaveValue('보류된 서명 검토')
  await expectNoEnglish(page)
  await page.getByRole('button', { name: '검토 시작' }).click()
  const keyboard = await withScripts(browser, page)
  const shown = keyboard.getByRole('main').getByRole('heading', { level: 2 }).first()
  await expect(shown).toHaveText('하나')
  await expect(keyboard.getByRole('main')).toContainText('보류 사유')
  await expectNoEnglish(keyboard)
  await expectAccessible(keyboard)
  if (process.env.SHOTS) await keyboard.screenshot({ path: `${process.env.SHOTS}/review-ko.png` })
  await expect(keyboard.getByRole('button', { name: '키보드 단축키' })).toHaveAttribute('aria-pressed', 'true')
  await keyboard.keyboard.press('a')
  await expect(shown).toHaveText('둘')
  await expect(keyboard.getByRole('status')).toHaveText('서명 1건을 해제했습니다. 1분 뒤에 적용됩니다.')
  await keyboard.keyboard.press('u')
  await expect(shown).toHaveText('하나')
  await keyboard.keyboard.press('r')
  await keyboard.keyboard.press('1')
  await expect(shown).toHaveText('둘')
  await expect(keyboard.getByRole('status')).toContainText('제외했습니다')
  await expectNoEnglish(keyboard)
})
