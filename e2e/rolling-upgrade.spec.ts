import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyMigrations } from '@/scripts/database/apply-migrations.mjs'
import { connect } from '@/scripts/database/connect.mjs'
import { caddyOrSkip } from './support/caddy'
import { openComposedSite } from './support/composed-site'
import { newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'

/** What the next release might bring, each as `npm run check` wants it. */
const next: Record<string, string> = {
  '99990101000000_field': 'ALTER TABLE signature ADD COLUMN of_next_release text;',
  '99990101000001_needed': 'ALTER TABLE petition_total ADD COLUMN of_next_release integer NOT NULL DEFAULT 7;',
  '99990101000002_index': 'CREATE INDEX CONCURRENTLY of_next_release ON signature (of_next_release);',
  '99990101000003_rule':
    'ALTER TABLE signature ADD CONSTRAINT of_next_release CHECK (length(of_next_release) > 2) NOT VALID;',
  '99990101000004_read': 'ALTER TABLE signature VALIDATE CONSTRAINT of_next_release;',
}

test('a new release under load, its migrations, and back again: nobody’s journey fails', async () => {
  test.setTimeout(480_000)
  const opened = await openComposedSite(await caddyOrSkip())
  const { site, provider, post } = opened
  const folder = await mkdtemp(join(tmpdir(), 'next-release-'))
  const database = await connect(opened.databaseUrl)
  try {
    const [first, second, worker] = await Promise.all(['web-1', 'web-2', 'worker'].map(opened.start))
    await opened.reachable(`${site}/en`)
    await Promise.all([opened.healthy('web-1'), opened.healthy('web-2')])

    let going = true
    let done = 0
    const failed: string[] = []
    const journey = async (network: number) => {
      const localAddress = `127.${1 + (network >> 8)}.${network & 255}.1`
      const person = newPerson()
      const form = new URLSearchParams({ ...person, country: 'KR', display: 'hidden', consent: 'on' })
      const signed = await post(`${site}/api/v1/petitions/${SLUG}/signatures`, form, localAddress)
      if (signed.status !== 303) return failed.push(`signing: ${signed.status}`)
      await expect.poll(() => provider.countTo(person.email), { timeout: 60_000 }).toBe(1)
      const mail = provider.received.find(({ to }) => to === person.email)?.text ?? ''
      const token = /\/signature\/([\w-]{43})/.exec(mail)?.[1] ?? ''
      const confirmed = await post(`${site}/api/v1/confirmations`, new URLSearchParams({ token }), localAddress)
      if (confirmed.status !== 303) return failed.push(`confirming: ${confirmed.status}`)
      done += 1
    }
    let networks = 0
    const people = async () => {
      while (going) await journey(networks++).catch((error: Error) => failed.push(error.message))
    }
    const all = [1, 2, 3, 4].map(people)
    const someJourneys = async (more: number) => {
      const reached = done + more
      await expect.poll(() => done + failed.length, { timeout: 120_000 }).toBeGreaterThanOrEqual(reached)
    }
    const restart = async (name: 'web-1' | 'web-2', old: typeof first) => {
      await old?.stop()
      await someJourneys(4)
      const started = await opened.start(name)
      await opened.healthy(name)
      return started
    }

    await someJourneys(8)
    await cp('prisma/migrations', folder, { recursive: true })
    for (const [name, sql] of Object.entries(next)) {
      await mkdir(join(folder, name))
      await writeFile(join(folder, name, 'migration.sql'), sql)
    }
    expect(await applyMigrations(database, folder)).toEqual(Object.keys(next))
    // This build does not know the new columns: it is the release before, on the tables of the next. What goes back to
    // it begins with its setup, which leaves them alone.
    await database.query('CREATE TABLE next_release (); GRANT SELECT ON next_release TO petition_web')
    const rights = `SELECT has_table_privilege('petition_web', 'next_release', 'SELECT') AS web`
    await opened.composed.run('setup')
    expect((await database.query(rights)).rows).toEqual([{ web: true }])
    await someJourneys(8)
    await restart('web-1', first)
    await restart('web-2', second)
    await worker?.stop()
    await opened.start('worker')
    await someJourneys(8)
    going = false
    await Promise.all(all)

    expect(failed).toEqual([])
    const counted = async () =>
      (await database.query('SELECT sum(net)::int AS net, min(of_next_release) AS kept FROM petition_total')).rows[0]
    await expect.poll(counted, { timeout: 60_000 }).toEqual({ net: done, kept: 7 })
  } finally {
    await database.end()
    await opened.close()
    await rm(folder, { recursive: true })
  }
})
