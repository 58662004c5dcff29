import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'
import { aSigner, confirmedSignatures, grow, retractSignature } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { serveLedger } from '@/test/serve-ledger'
import { useDatabase } from '@/test/use-database'
import { checkLedger } from './check-ledger'
import { ledgerSource } from './ledger-source'
import { mirrorLedger } from './mirror-ledger'

useDatabase()
const { address, alter } = serveLedger()
afterEach(() => alter.clear())

const now = new Date('2026-03-01T12:00:00Z')
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mirror-'))
  folders.push(folder)
  return folder
}

/** The command as a stranger runs it. */
async function command(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/check-ledger.ts', ...args])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

describe('a ledger over HTTP', () => {
  it('is verified by the command from outside', async () => {
    const signer = await aSigner()
    const id = await aPetition('outside')
    await grow(id, 300, signer, now)
    await pool().query(
      `INSERT INTO paper_entry (petition_id, record, signatures, approved_at) VALUES ($1, sha256('sheet'), 25, $2)`,
      [id, now],
    )
    await retractSignature(id, [3, 4])
    const decision = 'b0c2a1de-0000-4000-8000-000000000001'
    await retractSignature(id, [5, 6, 7], { reason: 'fraud', rule: 2, approvals: 2, decision })
    await append(now)
    await signCheckpoints(signer, now)

    const { code, said } = await command(address('outside'))
    expect(said).toContain(
      'RIGHT: the ledger of petition.example.org/ledger/outside adds up to 320 signatures, as the site shows',
    )
    expect(said).toContain('(306 leaves: 300 online, 25 on paper, 2 taken back (withdrawn), 3 taken back (fraud))')
    expect(code).toBe(0)
    const corrections = await fetch(`${address('outside')}/corrections.json`).then((response) => response.json())
    expect(corrections).toEqual([
      {
        index: 303,
        reason: 'fraud',
        rule: 2,
        leaves: 3,
        signatures: 3,
        approvals: 2,
        correctedAt: '2026-03-01T00:00:00.000Z',
      },
    ])
  })

  it('the command reports what is wrong, and exits with 1', async () => {
    const signer = await aSigner()
    const id = await aPetition('inside')
    await grow(id, 300, signer, now)
    const policy = join(await aFolder(), 'policy')
    await writeFile(policy, await fetch(`${address('inside')}/policy`).then((response) => response.text()))
    await pool().query(
      'UPDATE ledger_leaf SET leaf = set_byte(leaf, 20, get_byte(leaf, 20) # 1) WHERE petition_id = $1 AND index = 3',
      [id],
    )
    expect(await command(address('inside'), '--policy', policy)).toEqual({
      code: 1,
      said: 'WRONG: the 300 entries do not hash to the root that was signed. (root_differs)\n',
    })
    expect((await command('http://127.0.0.1:9/ledger/x')).code).toBe(2)
    expect((await command()).code).toBe(2)
  })

  it('detects a count that differs from the ledger', async () => {
    await grow(await aPetition('inflated'), 30, await aSigner(), now)
    alter.set('count', '31')
    await expect(checkLedger(ledgerSource(address('inflated')), { patience: 2 })).rejects.toMatchObject({
      code: 'count_differs',
    })
  })

  it('is followed while it grows', async () => {
    const signer = await aSigner()
    const id = await aPetition('growing')
    await grow(id, 10, signer, now)
    await confirmedSignatures(id, 600, now)
    await append(now)
    const checked = checkLedger(ledgerSource(address('growing')))
    setTimeout(() => void signCheckpoints(signer, now), 1_500)
    expect(await checked).toMatchObject({ count: 610, tally: { size: 610, net: 610 } })
  })
})

describe('a mirror', () => {
  it('keeps a copy that can be verified without the site, and grows with it', async () => {
    const signer = await aSigner()
    const id = await aPetition('mirrored')
    const folder = await aFolder()
    for (const people of [3, 300, 700]) {
      await grow(id, people, signer, now)
      await mirrorLedger(ledgerSource(address('mirrored')), folder)
    }
    expect(await checkLedger(ledgerSource(folder))).toMatchObject({ tally: { size: 1003 }, count: null })
    expect((await command(folder)).code).toBe(0)
  })

  it('copies nothing from a log that does not continue it', async () => {
    const id = await aPetition('forked')
    const signer = await aSigner()
    await grow(id, 20, signer, now)
    const folder = await aFolder()
    await mirrorLedger(ledgerSource(address('forked')), folder)
    const before = await readFile(join(folder, 'checkpoint'), 'utf8')

    // The holder of the key writes another history.
    for (const table of [
      'ledger_leaf',
      'ledger_tile',
      'ledger_checkpoint',
      'petition_total',
      'hour_total',
      'country_total',
      'signature',
    ]) {
      await pool().query(`DELETE FROM ${table} WHERE petition_id = $1`, [id])
    }
    await grow(id, 25, { ...signer, dataDir: await aFolder() }, now)
    expect((await checkLedger(ledgerSource(address('forked')))).count).toBe(25)
    await expect(mirrorLedger(ledgerSource(address('forked')), folder)).rejects.toMatchObject({
      code: 'not_consistent',
    })
    expect(await readFile(join(folder, 'checkpoint'), 'utf8')).toBe(before)
  })

  it('keeps the first policy', async () => {
    const id = await aPetition('taken-over')
    const signer = await aSigner()
    await grow(id, 5, signer, now)
    const folder = await aFolder()
    await mirrorLedger(ledgerSource(address('taken-over')), folder)
    const thief = await aSigner({ dataDir: signer.dataDir })
    await grow(id, 5, thief, now)
    await expect(mirrorLedger(ledgerSource(address('taken-over')), folder)).rejects.toMatchObject({
      code: 'not_signed_by_log',
    })
  })

  it('detects a change of its own files', async () => {
    await grow(await aPetition('rotten'), 5, await aSigner(), now)
    const folder = await aFolder()
    await mirrorLedger(ledgerSource(address('rotten')), folder)
    const entries = join(folder, 'tile/entries/000.p/5')
    const bytes = await readFile(entries)
    bytes[30] = (bytes[30] ?? 0) ^ 1
    await writeFile(entries, bytes)
    expect((await command(folder)).code).toBe(1)
  })
})
