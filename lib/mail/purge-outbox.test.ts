import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { openOutbox } from './gateway/outbox'
import { purgeOutbox } from './purge-outbox'

const folder = await mkdtemp(join(tmpdir(), 'forget-'))
afterAll(() => rm(folder, { recursive: true }))

test('deletes every mail to an address, however long and in whatever script', async () => {
  const outbox = openOutbox({ folder, from: 'The Coalition <petition@example.org>' })
  const long = `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.org`
  const addresses = [long, '지수@xn--wgv71a.jp', 'Jo@example.org', 'jo@example.org']
  for (const [i, to] of [...addresses, 'other@example.org'].entries()) {
    const mail = { id: `20261121T12000000${i}Z-aa`, to, subject: 's', html: '<p>t</p>', text: 't', headers: {} }
    await outbox.send({ batchId: String(i), mails: [mail] })
  }
  const forgotten: number[] = []
  for (const address of new Set(addresses.map((to) => canonicalEmail(to)?.canonical ?? '')))
    forgotten.push(await purgeOutbox(folder, address))
  expect(forgotten).toEqual([1, 1, 2])
  expect((await readdir(folder)).filter((name) => name.endsWith('.eml'))).toEqual(['20261121T120000004Z-aa.eml'])
})
