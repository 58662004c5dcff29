import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { type Locale, translator } from '@/messages/translator'

export const SLUG = 'security-council-must-act'
/** Its name on staff's screens. */
export const TITLE = 'The Security Council must act'

/** A person who has not signed yet. */
export interface Person {
  name: string
  email: string
  locale: Locale
}

/** At a mail domain of its own, so that no run of all stories reaches a domain's limit. */
function newAddress(name: string): string {
  return `${name}@${randomUUID()}.example`
}

export function newPerson(more: Partial<Person> = {}): Person {
  return { name: 'Maria Beispiel', email: newAddress('story'), locale: 'en', ...more }
}

/** Opens the petition and fills in the form in the person's language, without sending it. */
export async function fillIn(page: Page, { name, email, locale }: Person): Promise<void> {
  const t = translator(locale, 'form')
  await page.goto(`/${locale}/petitions/${SLUG}`)
  await page.getByRole('textbox', { name: t('name.label') }).fill(name)
  await page.getByLabel(t('email.label')).fill(email)
  await page.getByLabel(t('country.label')).selectOption('KR')
  await page.getByLabel(t('consent.label')).check()
}

/** Signs as far as the page that says to look for the mail. */
export async function sign(page: Page, person: Person): Promise<void> {
  await fillIn(page, person)
  await page.getByRole('button', { name: translator(person.locale, 'form')('submit'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(translator(person.locale, 'checkEmail')('title'))
}

/** Presses Confirm on the page behind the mailed link, and sees that it counted. */
export async function confirm(page: Page, link: string, locale: Locale): Promise<void> {
  const t = translator(locale, 'signature')
  await page.goto(link)
  await page.getByRole('button', { name: t('pending.button'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/.+/)
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('counted.title'), { timeout: 500 })
  }).toPass({ timeout: 30_000 })
}
