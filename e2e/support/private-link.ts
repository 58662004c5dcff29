import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { translator } from '@/messages/translator'
import { mailsTo } from './mailbox'
import type { Person } from './person'

/** Asks for a private link as a person does, opens it from the mailbox, and presses its button. */
export async function openPrivatePage(page: Page, request: APIRequestContext, person: Person): Promise<void> {
  const t = translator(person.locale, 'own')
  await page.goto(`/${person.locale}/signature`)
  await page.getByLabel(t('request.email')).fill(person.email)
  await page.getByRole('button', { name: t('request.button') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sent.title'))
  await page.goto(await privateLink(request, person.email))
  await page.getByRole('button', { name: t('open.button') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('visit.title'))
}

/** Waits for the mail with the private link. */
export async function privateLink(request: APIRequestContext, email: string): Promise<string> {
  let link: string | undefined
  await expect(async () => {
    for (const { path } of await mailsTo(request, email)) {
      link ??= /href="([^"]*\/signature\/own\/[\w-]{43})"/.exec(await (await request.get(path)).text())?.[1]
    }
    expect(link).toBeTruthy()
  }).toPass({ timeout: 30_000 })
  return link ?? ''
}
