import { connect } from '@/scripts/database/connect.mjs'
import { anotherSite } from '@/test/sites.mjs'
import { confirmAll } from './support/confirm-all'
import { newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'

test('kill -9 while signatures pour in and are confirmed: none that was acknowledged is lost, none is doubled', async () => {
  const site = await anotherSite()
  const database = await connect(site.env.DATABASE_URL ?? '')
  try {
    const acknowledged = new Set<string>()
    let going = true
    const post = async () => {
      while (going) {
        const { email } = newPerson()
        const body = new URLSearchParams({
          name: 'Maria Beispiel',
          email,
          country: 'KR',
          display: 'hidden',
          consent: 'on',
        })
        const answer = await fetch(`${site.url}/api/v1/petitions/${SLUG}/signatures`, {
          method: 'POST',
          body,
          headers: { accept: 'application/json' },
        }).catch(() => null)
        if (answer?.status === 202) acknowledged.add(email)
        else await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
    const posting = Array.from({ length: 8 }, post)
    for (let crash = 0; crash < 2; crash++) {
      const reached = acknowledged.size + 200
      await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(reached)
      // Every pending form is confirmed, so that the crash interrupts appending too.
      await confirmAll(database)
      await site.kill()
      await site.restart()
    }
    going = false
    await Promise.all(posting)

    await confirmAll(database)
    const numbers = async () => {
      const { rows } = await database.query<{ stored: number; leaves: number; net: number; waiting: number }>(
        `SELECT (SELECT count(*)::int FROM signature) AS stored, (SELECT count(*)::int FROM ledger_leaf) AS leaves,
           (SELECT sum(net)::int FROM petition_total) AS net, (SELECT count(*)::int FROM signature WHERE state = 'confirmed') AS waiting`,
      )
      return rows[0] ?? { stored: 0, leaves: 0, net: 0, waiting: 1 }
    }
    await expect.poll(async () => (await numbers()).waiting, { timeout: 20_000 }).toBe(0)
    const { stored, leaves, net } = await numbers()
    // A post whose answer the crash cut off may be stored; one that was answered must be.
    expect(stored).toBeGreaterThanOrEqual(acknowledged.size)
    expect([leaves, net]).toEqual([stored, stored])
    const { rows } = await database.query('SELECT 1 FROM ledger_leaf GROUP BY petition_id, leaf HAVING count(*) > 1')
    expect(rows).toEqual([])
  } finally {
    await database.end()
    await site.close()
  }
})
