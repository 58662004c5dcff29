import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { GET as count } from '@/app/api/v1/petitions/[slug]/count/route'
import { GET as petition } from '@/app/api/v1/petitions/[slug]/route'
import { GET as petitions } from '@/app/api/v1/petitions/route'
import { db } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { ledgerSource } from '@/lib/ledger/check/ledger-source'
import { mirrorLedger } from '@/lib/ledger/check/mirror-ledger'
import { ledgerStatus } from '@/lib/ledger/ledger-status'
import { listCorrections } from '@/lib/ledger/list-corrections'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'
import { confirm } from '@/lib/signatures/confirm'
import { withdraw } from '@/lib/signatures/withdraw'
import { aSigner, retractSignature } from '@/test/a-ledger'
import { aPetition, openedSignatures, signAs } from '@/test/a-petition'
import { serveLedger } from '@/test/serve-ledger'
import { useDatabase } from '@/test/use-database'

useDatabase()
const { address } = serveLedger()
const now = new Date()
const slug = 'names-nobody'
const people = ['Maria.Beispiel+news@gmail.com', 'ana@example.org', 'kim@example.org', 'lee@example.org']

it('nothing public holds a signer, or anything by which one could be tried', async () => {
  const id = await aPetition(slug)
  for (const email of people)
    await signAs(slug, email, now, { name: 'Maria Beispiel', comment: 'My brother is there.' })
  const records = await openedSignatures(id)
  for (const { token } of records) await confirm(token, now)
  const rows = await db().signature.findMany({ where: { petitionId: id } })
  await append(now)
  await withdraw(records[0]?.token ?? '', now)
  const other = await db().signature.findFirstOrThrow({ where: { petitionId: id, state: 'counted' } })
  await retractSignature(id, [Number(other.leafIndex)], { reason: 'duplicate', approvals: 2 })
  await append(now)
  await signCheckpoints(await aSigner(), now)

  const secrets = [
    ...people.flatMap((email) => [
      email,
      email.toLowerCase(),
      email.toLowerCase().replace(/\+.*@/, '@').replace('.', ''),
    ]),
    'Maria Beispiel',
    'My brother is there.',
    ...records.flatMap(({ token, opening }) => [token, ...Object.values(opening)]),
  ]
  const marks = [
    ...secrets.map((text) => Buffer.from(text)),
    ...secrets.flatMap((text) => ['sha256', 'sha1', 'md5'].map((name) => createHash(name).update(text).digest())),
    ...records.flatMap(({ opening }) => Object.values(opening).map((text) => Buffer.from(text, 'base64url'))),
    ...rows.flatMap((row) =>
      [row.emailIndex, row.tokenHash, row.contentMac, row.sealed].map((bytes) => Buffer.from(bytes)),
    ),
  ]
  const places = await everythingPublic(id)
  expect(places.size).toBeGreaterThan(10)
  for (const [place, bytes] of places) {
    for (const mark of marks) {
      const spellings = [
        mark,
        ...(['hex', 'base64', 'base64url'] as const).map((name) => Buffer.from(mark.toString(name))),
      ]
      for (const spelling of spellings) expect([place, bytes.includes(spelling)]).toEqual([place, false])
    }
  }
  // The commitments are there, or the test looked in the wrong place.
  const entries = [...places].find(([place]) => place.includes('entries'))?.[1]
  expect(rows.every(({ commitment }) => entries?.includes(Buffer.from(commitment)))).toBe(true)
})

async function everythingPublic(petitionId: string): Promise<Map<string, Buffer>> {
  const places = new Map<string, Buffer>()
  const folder = await mkdtemp(join(tmpdir(), 'public-'))
  await mirrorLedger(ledgerSource(address(slug)), folder)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) places.set(path, await readFile(path))
  }
  await rm(folder, { recursive: true })
  const params = Promise.resolve({ slug })
  const request = new Request('http://localhost/')
  const answers = [await petitions(request), await petition(request, { params }), await count(request, { params })]
  for (const [i, answer] of answers.entries()) places.set(`api ${i}`, Buffer.from(await answer.arrayBuffer()))
  const shown = [await ledgerStatus(petitionId), await listCorrections(petitionId, new Date())]
  places.set('check page', Buffer.from(JSON.stringify(shown)))
  return places
}
