import type { Page } from '@playwright/test'
import { hashToken } from '@/lib/vault/token'
import { translator } from '@/messages/translator'
import { connect } from '@/scripts/database/connect.mjs'
import { anotherSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { mailedLink, mailsTo } from './support/mailbox'
import { newPerson, type Person, sign } from './support/person'
import { expect, test } from './support/test'

test('who does not confirm is reminded once before the seven days end; who refused it, or confirmed, is not', async ({
  browser,
  playwright,
}) => {
  test.setTimeout(300_000)
  const site = await anotherSite()
  const context = await browser.newContext({ baseURL: site.url })
  const request = await playwright.request.newContext({ baseURL: site.url })
  const database = await connect(site.env.DATABASE_URL ?? '')
  try {
    const page = await context.newPage()
    const t = translator('en', 'signature')
    const [forgets, refuses, korean] = [newPerson(), newPerson(), newPerson({ name: '김하나', locale: 'ko' })]
    for (const person of [forgets, refuses, korean]) await sign(page, person)
    const links = new Map<Person, string>()
    for (const person of [forgets, refuses, korean]) links.set(person, await mailedLink(request, person.email))
    const linkOf = (person: Person) => links.get(person) ?? ''

    // The page of the link tells of the reminder, and one button is enough to have none.
    await page.goto(linkOf(refuses))
    await expect(page.getByText(t('reminder.once'))).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: t('reminder.refuse') }).click()
    await expect(page.getByText(t('reminder.none'))).toBeVisible()
    await expect(page.getByRole('button', { name: t('reminder.refuse') })).toHaveCount(0)
    await expect(page.getByRole('button', { name: t('pending.button'), exact: true })).toBeVisible()
    await expectAccessible(page)

    // Five days pass; the worker looks at its start, and each hour.
    const hashes = [...links.values()].map((link) => hashToken(/[\w-]{43}/.exec(link)?.[0] ?? ''))
    const aged = await database.query(
      `UPDATE pending_signature SET received_at = received_at - interval '121 hours' WHERE token_hash = ANY($1)`,
      [hashes],
    )
    expect(aged.rowCount).toBe(3)
    await database.query(`UPDATE mail SET sent_at = sent_at - interval '30 hours' WHERE sent_at IS NOT NULL`)
    await site.restart()
    const reminders = async ({ email, locale }: Person) => {
      const [start = ''] = translator(locale, 'mail.confirmSignature')('reminder', { petition: '|' }).split('|')
      return (await mailsTo(request, email)).filter(({ subject }) => subject.includes(start.trim())).length
    }
    await expect.poll(() => reminders(forgets), { timeout: 60_000 }).toBe(1)
    await expect.poll(() => reminders(korean), { timeout: 60_000 }).toBe(1)

    // It says that it is the only one, and its link is that of the first mail.
    const text = await textOf(page, request, forgets, /^Reminder/)
    expect(text).toContain(translator('en', 'mail.confirmSignature')('only'))
    expect(await mailedLink(request, forgets.email)).toBe(linkOf(forgets))

    // When it looks again: none twice, and none to who refused.
    await site.restart()
    await page.waitForTimeout(4_000)
    expect([await reminders(forgets), await reminders(korean), await reminders(refuses)]).toEqual([1, 1, 0])
    expect(await mailsTo(request, refuses.email)).toHaveLength(1)

    await page.goto(linkOf(forgets))
    await page.getByRole('button', { name: t('pending.button'), exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      new RegExp(`^(${t('confirmed.title')}|${t('counted.title')})$`),
    )
  } finally {
    await database.end()
    await request.dispose()
    await context.close()
    await site.close()
  }
})

async function textOf(
  page: Page,
  request: Parameters<typeof mailsTo>[0],
  { email }: Person,
  about: RegExp,
): Promise<string> {
  const mail = (await mailsTo(request, email)).find(({ subject }) => about.test(subject))
  await page.goto(mail?.path ?? '')
  return (await page.locator('body').textContent()) ?? ''
}
