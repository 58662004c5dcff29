import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@/scripts/database/connect.mjs'
import { anotherSite } from '@/test/sites.mjs'
import { checkLedger, mirror } from './support/check-ledger'
import { SLUG } from './support/person'
import { expect, test } from './support/test'

test('someone with the whole database in hand changes the ledger: whoever looks sees it', async () => {
  const site = await anotherSite()
  const database = await connect(site.env.DATABASE_URL ?? '')
  const copy = await mkdtemp(join(tmpdir(), 'copy-'))
  const address = `${site.url}/ledger/${SLUG}`
  try {
    await database.query(`
      INSERT INTO signature (petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed, state,
        locale, country, display, updates, has_comment, received_at, confirmed_at)
      SELECT p.id, sha256(('e' || i)::bytea), sha256('c'), sha256('t'), sha256(('t' || i)::bytea), sha256(('l' || i)::bytea),
        decode(repeat('ab', 300), 'hex'), 'confirmed', 'en', 'KR', 'initials', false, false, now(), now()
      FROM petition p, generate_series(1, 300) i WHERE p.slug = '${SLUG}'`)
    const shown = async () => (await fetch(`${address}/checkpoint`).then((response) => response.text())).split('\n')[1]
    await expect.poll(shown, { timeout: 20_000 }).toBe('300')
    expect(await mirror(address, '--to', copy)).toMatchObject({ code: 0 })
    const told = () => checkLedger(address, '--policy', join(copy, 'policy'), '--since', join(copy, 'checkpoint'))
    // Files of the ledger are kept for some seconds, as any public answer.
    const expectTold = (expected: { code: number; said: unknown }) =>
      expect.poll(told, { timeout: 30_000 }).toMatchObject(expected)
    await expectTold({ code: 0, said: expect.stringContaining('RIGHT') })

    await database.query('UPDATE ledger_leaf SET leaf = set_byte(leaf, 20, get_byte(leaf, 20) # 1) WHERE index = 7')
    await expectTold({ code: 1, said: expect.stringContaining('root_differs') })
    await database.query('UPDATE ledger_leaf SET leaf = set_byte(leaf, 20, get_byte(leaf, 20) # 1) WHERE index = 7')
    await expectTold({ code: 0, said: expect.stringContaining('RIGHT') })

    await database.query('UPDATE petition_total SET net = net + 1000 WHERE size > 0')
    const count = () => fetch(`${site.url}/api/v1/petitions/${SLUG}/count`).then((response) => response.json())
    await expect.poll(count).toMatchObject({ count: 1300 })
    await expectTold({ code: 1, said: expect.stringContaining('the site shows 1300') })
  } finally {
    await database.end()
    await site.close()
    await rm(copy, { recursive: true, force: true })
  }
})
