import { join } from 'node:path'
import sodium from 'libsodium-wrappers'
import { connect } from '@/scripts/database/connect.mjs'
import { dist, startProcess } from '@/scripts/setup/start-process.mjs'
import { anotherSite, thisSite } from '@/test/sites.mjs'
import { newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'
import { textsOf } from './support/texts-of'

test('environment and disk of the web role and the whole database give no name and no address; all still works', async ({
  page,
}) => {
  const { SEAL_PRIVATE_KEY = '', LEDGER_KEY = '', SEAL_PUBLIC_KEY = '', BLIND_INDEX_KEY = '' } = thisSite().env
  // One set of keys: the web role gets only what it may have, the worker gets all.
  const without = { SEAL_PRIVATE_KEY: undefined, LEDGER_KEY: undefined } as unknown as Record<string, string>
  const web = await anotherSite({ ROLE: 'web', SEAL_PUBLIC_KEY, BLIND_INDEX_KEY, ...without })
  const workerFolder = `${web.outbox}-of-the-worker`
  const worker = startProcess([dist('worker')], {
    env: { ...process.env, ...web.env, ROLE: 'worker', SEAL_PRIVATE_KEY, LEDGER_KEY, DATA_DIR: workerFolder },
    output: 'pipe',
  })
  const database = await connect(web.env.DATABASE_URL ?? '')
  try {
    const person = newPerson({ name: 'Geheim Beispiel' })
    const post = (path: string, form: Record<string, string>) =>
      fetch(web.url + path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
    const form = { ...person, country: 'KR', display: 'full', consent: 'on', comment: 'Ein Geheimnis' }
    expect((await post(`/api/v1/petitions/${SLUG}/signatures`, form)).status).toBe(303)
    const link = await mailed(workerFolder, /\/signature\/([\w-]{43})/)
    // Before confirmation the link shows what will count, although this machine can open nothing stored.
    await page.goto(`${web.url}/en/signature/${link}`)
    await expect(page.getByRole('main')).toContainText('Ein Geheimnis')
    await readWholeDatabase(database, web, workerFolder, [person.name, person.email, 'Geheimnis', SEAL_PRIVATE_KEY])
    expect((await post('/api/v1/confirmations', { token: link })).status).toBe(303)
    await post('/api/v1/my-signature/links', { email: person.email, locale: 'en' })

    // What a thief of the web machine and of the database holds.
    await readWholeDatabase(database, web, workerFolder, [person.name, person.email, 'Geheimnis', SEAL_PRIVATE_KEY])
    await opensWithNothing(database, Object.values(web.env).filter(Boolean))

    // The person still reads everything through the mailed link.
    await page.goto(`${web.url}/en/signature/own/${await mailed(workerFolder, /\/signature\/own\/([\w-]{43})/)}`)
    await page.getByRole('button', { name: 'Open my private page' }).click()
    await expect(page.getByRole('main')).toContainText(person.name)
    await expect(page.getByRole('main')).toContainText('Ein Geheimnis')
  } finally {
    await database.end()
    await worker.stop()
    await web.close()
  }
})

/** All tables, and the web role's environment and folders: no secret is in them. */
async function readWholeDatabase(
  database: Awaited<ReturnType<typeof connect>>,
  web: Awaited<ReturnType<typeof anotherSite>>,
  workerFolder: string,
  secrets: string[],
): Promise<void> {
  const { rows: tables } = await database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  )
  const loot = [JSON.stringify(web.env), ...(await textsOf(join(web.outbox, '..'), workerFolder))]
  for (const { name } of tables)
    loot.push(JSON.stringify((await database.query(`SELECT t::text FROM "${name}" t`)).rows))
  const all = loot.join('\n')
  for (const secret of secrets)
    for (const text of [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64url')])
      expect(all).not.toContain(text)
}

/** Waits for a mail in the worker's outbox that holds a link. */
async function mailed(folder: string, link: RegExp): Promise<string> {
  let token = ''
  await expect(async () => {
    for (const text of await textsOf(join(folder, 'outbox'))) {
      const plain = text.replace(/=\r?\n/g, '').replaceAll('=3D', '=')
      token ||= link.exec(plain)?.[1] ?? ''
    }
    expect(token).toBeTruthy()
  }).toPass({ timeout: 20_000 })
  return token
}

/** No 32 bytes of the environment open the sealed key of any record, as key pair's private half. */
async function opensWithNothing(database: Awaited<ReturnType<typeof connect>>, settings: string[]): Promise<void> {
  await sodium.ready
  const { rows } = await database.query<{ sealed: Buffer }>('SELECT sealed FROM signature')
  expect(rows.length).toBeGreaterThan(0)
  const keys = settings.map((text) => Buffer.from(text, 'base64url')).filter(({ length }) => length === 32)
  expect(keys.length).toBeGreaterThan(1)
  for (const { sealed } of rows)
    for (const key of keys) {
      const open = () => sodium.crypto_box_seal_open(sealed.subarray(5, 85), sodium.crypto_scalarmult_base(key), key)
      expect(open).toThrow()
    }
}
