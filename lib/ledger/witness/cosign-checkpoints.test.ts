import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { checkLedger } from '@/lib/ledger/check/check-ledger'
import { ledgerSource } from '@/lib/ledger/check/ledger-source'
import type { LedgerSigner } from '@/lib/ledger/ledger-signer'
import { parsePolicy } from '@/lib/ledger/log/policy'
import { formatVkey } from '@/lib/ledger/log/vkey'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'
import { aSigner, grow } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { serveLedger } from '@/test/serve-ledger'
import { useDatabase } from '@/test/use-database'
import { askedWitnesses, cosignCheckpoints } from './cosign-checkpoints'
import { openWitness, serveWitness } from './open-witness'

useDatabase()
const { address } = serveLedger()

// Each test has a log, and witnesses that know no other.
beforeEach(() =>
  pool().query(`UPDATE petition SET status = 'draft'; DELETE FROM ledger_log; DELETE FROM ledger_checkpoint`),
)

const now = new Date('2026-03-01T12:00:00Z')
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'witness-'))
  folders.push(folder)
  return folder
}

const servedSize = async (slug: string) =>
  (await fetch(`${address(slug)}/checkpoint`).then((response) => response.text())).split('\n')[1]

describe('witnesses', () => {
  /** Two witnesses that run, and a signer that asks for both. */
  async function witnessed(slug: string, quorum: string) {
    const id = await aPetition(slug)
    const plain = await aSigner()
    await signCheckpoints(plain, now)
    const { policy } = await db().ledgerLog.findUniqueOrThrow({ where: { petitionId: id } })
    const servers = await Promise.all(
      ['one', 'two'].map(async (name) => {
        const stateDir = await aFolder()
        const witness = await openWitness(`${name}.example.org/w`, stateDir, await parsePolicy(policy, nodeSuite))
        const server = serveWitness(witness)
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
        return { server, url, stateDir, line: `witness ${name} ${formatVkey(witness.vkey)} ${url}\n` }
      }),
    )
    afterAll(() => Promise.all(servers.map(({ server }) => new Promise((resolve) => server.close(resolve)))))
    const text = `${servers.map(({ line }) => line).join('')}group both all one two\nquorum ${quorum}\n`
    const signer: LedgerSigner = { ...plain, witnesses: await parsePolicy(text, nodeSuite) }
    return { id, signer, servers }
  }

  it('cosign each checkpoint, which is published with the cosignatures once it has its quorum', async () => {
    const { id, signer } = await witnessed('cosigned', 'both')
    for (const people of [5, 300]) {
      await grow(id, people, signer, now)
      expect(await servedSize('cosigned')).not.toBe(String(people === 5 ? 5 : 305))
      expect(await cosignCheckpoints(signer, now)).toBe(0)
    }
    const { cosigned, head } = await checkLedger(ledgerSource(address('cosigned')))
    expect(head.size).toBe(305)
    expect(cosigned.map(({ witness }) => witness).sort()).toEqual(['one', 'two'])
    const rows = await db().ledgerWitness.findMany({ where: { petitionId: id } })
    expect(rows.map(({ vkey }) => vkey).sort()).toEqual(askedWitnesses(signer).sort())
    expect(await cosignCheckpoints(signer, now)).toBe(0)
  })

  it('an absent one is asked again; after a minute the checkpoint is published without it, visibly', async () => {
    const { id, signer, servers } = await witnessed('lonely', 'both')
    await new Promise((resolve) => servers[1]?.server.close(resolve))
    await grow(id, 5, signer, now)
    expect(await cosignCheckpoints(signer, now)).toBe(1)
    expect(await servedSize('lonely')).toBe('0')
    await cosignCheckpoints(signer, new Date(now.getTime() + 61_000))
    await expect(checkLedger(ledgerSource(address('lonely')))).rejects.toMatchObject({ code: 'quorum_missing' })
    expect(await db().ledgerWitness.findMany({ where: { petitionId: id, failure: 'unreachable' } })).toHaveLength(1)
  })

  it('one that lost its state starts again; the log follows each one’s answer', async () => {
    const { id, signer, servers } = await witnessed('forgetful', 'both')
    await grow(id, 5, signer, now)
    await cosignCheckpoints(signer, now)
    await rm(join(servers[0]?.stateDir ?? '', 'ledger'), { recursive: true })
    await grow(id, 5, signer, now)
    expect(await cosignCheckpoints(signer, now)).toBe(0)
  })

  it('refuse a log that was restored from a backup and signs again', async () => {
    const { id, signer, servers } = await witnessed('rolled-back', 'one')
    await grow(id, 20, signer, now)
    await cosignCheckpoints(signer, now)
    for (const table of [
      'ledger_leaf',
      'ledger_tile',
      'ledger_checkpoint',
      'petition_total',
      'hour_total',
      'country_total',
      'signature',
      'ledger_witness',
    ]) {
      await pool().query(`DELETE FROM ${table} WHERE petition_id = $1`, [id])
    }
    await grow(id, 25, { ...signer, dataDir: await aFolder() }, now)
    expect(await cosignCheckpoints(signer, now)).toBe(2)
    expect(await db().ledgerWitness.findMany({ where: { petitionId: id } })).toMatchObject([
      { failure: 'refused' },
      { failure: 'refused' },
    ])
    const evidence = join(servers[0]?.stateDir ?? '', 'contradictions')
    const [file = ''] = await readdir(evidence)
    expect(await readFile(join(evidence, file), 'utf8')).toContain('/ledger/rolled-back\n25\n')
  })
})
