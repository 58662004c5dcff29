import { db } from '@/lib/db'
import { agreedText } from '@/lib/petitions/text-hash'
import { listReleases } from './list-releases'
import type { LedgerFile } from './read-ledger-file'

/** The files of a log that are not part of its tree, but can be checked against it. */
export async function readTextFile(petitionId: string, slug: string, path: string): Promise<LedgerFile | null> {
  if (path === 'corrections.json') return json(await corrections(petitionId))
  if (path === 'releases.json') return json(await listReleases(petitionId, new Date()))
  if (path === 'texts.json') return json(await texts(petitionId))
  const sha256 = /^texts\/([0-9a-f]{64})\.json$/.exec(path)?.[1]
  return sha256 ? text(petitionId, slug, Buffer.from(sha256, 'hex')) : null
}

/** Every version of the petition's words, by its hash. */
async function texts(petitionId: string): Promise<PublishedText[]> {
  const rows = await db().petitionText.findMany({
    where: { petitionId },
    orderBy: [{ locale: 'asc' }, { version: 'asc' }],
    select: { locale: true, version: true, sha256: true, publishedAt: true },
  })
  return rows.map(({ sha256, ...row }) => ({ sha256: Buffer.from(sha256).toString('hex'), ...row }))
}

interface PublishedText {
  sha256: string
  locale: string
  version: number
  publishedAt: Date
}

/** The exact bytes whose SHA-256 is the name. */
async function text(petitionId: string, slug: string, sha256: Buffer<ArrayBuffer>): Promise<LedgerFile | null> {
  const row = await db().petitionText.findUnique({ where: { petitionId_sha256: { petitionId, sha256 } } })
  return row && { body: agreedText({ ...row, slug }), immutable: true, kind: 'json' }
}

/** What staff took out of the count. */
async function corrections(petitionId: string) {
  const rows = await db().ledgerCorrection.findMany({ where: { petitionId }, orderBy: { index: 'asc' } })
  return rows.map(({ index, reason, rule, leaves, signatures, approvals, correctedAt }) => ({
    index: Number(index),
    reason,
    rule,
    leaves,
    signatures: Number(signatures),
    approvals,
    correctedAt,
  }))
}

function json(value: unknown): LedgerFile {
  return { body: JSON.stringify(value), immutable: false, kind: 'json' }
}
