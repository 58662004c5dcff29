import type { Page } from '@playwright/test'
import { translator } from '@/messages/translator'
import { anotherSite } from '@/test/sites.mjs'
import { mailedLink } from './support/mailbox'
import { newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'

/** In seconds: long enough for three people to sign in turn before the shortest possible delay ends. */
const MIN_SECONDS = 30

const t = translator('en', 'signature')

test('who watches the site at a quiet hour sees nobody sign: all who did show at once, later; each is told that it counts', async ({
  page,
  playwright,
}) => {
  const site = await anotherSite({ QUIET_SECONDS: `${MIN_SECONDS}-${MIN_SECONDS + 15}` })
  const mailbox = await playwright.request.newContext({ baseURL: site.url })
  const watch = watcher(site.url)
  try {
    // A site that has just begun signs its empty ledger first.
    await expect.poll(async () => (await watch.look()).checkpoint, { timeout: 20_000 }).not.toBe('')
    const before = await watch.look()
    const people = [newPerson(), newPerson(), newPerson()]
    for (const { name, email } of people) {
      const body = new URLSearchParams({ name, email, country: 'KR', display: 'hidden', consent: 'on' })
      const headers = { accept: 'application/json' }
      const answer = await fetch(`${site.url}/api/v1/petitions/${SLUG}/signatures`, { method: 'POST', body, headers })
      expect([answer.status, await answer.text()]).toEqual([202, expect.any(String)])
    }
    const links = []
    for (const { email } of people) links.push(await mailedLink(mailbox, email))
    const confirmedAt: number[] = []
    for (const link of links) {
      await confirmed(page, link)
      confirmedAt.push(Date.now())
    }
    const seenSoFar = await watch.look()
    expect(seenSoFar).toEqual(before)

    await expect.poll(async () => (await watch.look()).count, { timeout: 90_000 }).toBe(before.count + 3)
    // The watcher polls several times a second; its next poll sees it too.
    await expect
      .poll(() => watch.moves().map(({ count }) => count), { timeout: 30_000 })
      .toEqual([before.count, before.count + 3])
    const moves = watch.moves()
    const moved = moves[1]?.at ?? 0
    for (const at of confirmedAt) expect(moved - at).toBeGreaterThan(1_000)
    expect(moved - (confirmedAt[0] ?? 0)).toBeGreaterThan((MIN_SECONDS - 5) * 1_000)
    expect(new Date((await watch.look()).asOf).getTime() % 600_000).toBe(0)

    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('counted.title'))
  } finally {
    watch.stop()
    await mailbox.dispose()
    await site.close()
  }
})

async function confirmed(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: t('pending.button'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('confirmed.title'))
  await expect(page.getByRole('main')).toContainText(t('confirmed.follows'))
}

interface Seen {
  count: number
  asOf: string
  checkpoint: string
}

/** Polls everything that changes with the count, several times a second, and records each change. */
function watcher(url: string) {
  const seen: (Seen & { at: number })[] = []
  const look = async (): Promise<Seen> => {
    const json = async () => {
      const answer = await fetch(`${url}/api/v1/petitions/${SLUG}`)
      return (await answer.json()) as { count: number; asOf: string }
    }
    const [{ count, asOf }, checkpoint] = await Promise.all([
      json(),
      fetch(`${url}/ledger/${SLUG}/checkpoint`).then((answer) => answer.text()),
    ])
    return { count, asOf, checkpoint: checkpoint.split('\n')[1] ?? '' }
  }
  const timer = setInterval(() => {
    void look().then(
      (now) => seen.push({ ...now, at: Date.now() }),
      () => undefined,
    )
  }, 400)
  return {
    look,
    /** When each count was first seen. */
    moves: () => seen.filter(({ count }, i) => i === 0 || count !== seen[i - 1]?.count),
    stop: () => clearInterval(timer),
  }
}
