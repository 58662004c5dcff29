import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { applyErasures } from '@/lib/erasure/apply-erasures'
import { detectRestore } from '@/lib/erasure/detect-restore'
import { ledgerSource } from '@/lib/ledger/check/ledger-source'
import { checkpointFolder, lastCheckpoint } from '@/lib/ledger/checkpoint-file'
import { recount } from '@/lib/ledger/recount'
import { type RestoreLeavesResult, restoreLeaves } from '@/lib/ledger/restore/restore-leaves'

/** The steps done to a restored database, and whether it may be used. */
export interface Settled {
  /** Signatures that were erased again. */
  erased: number
  restored: { slug: string; result: RestoreLeavesResult }[]
  /** Disagreements and missing data, in words; empty if the site can start. */
  faults: string[]
}

/**
 * Brings a restored database to a state in which it may be used: erases again whoever was erased since, puts entries of
 * the ledgers back that mirrors have and it lacks, and counts everything. May be interrupted and repeated.
 * @param mirrors a folder with a mirror for each petition, by its address; null: there is none
 */
export async function settleRestored(mirrors: string | null, now: Date): Promise<Settled> {
  const erased = (await detectRestore(now)) + (await applyErasures(now))
  const restored: Settled['restored'] = []
  const faults: string[] = []
  for (const slug of mirrors ? await mirrored(mirrors) : []) {
    const result = await restoreLeaves(slug, ledgerSource(join(mirrors ?? '', slug)), now)
    restored.push({ slug, result })
    if (!result.ok) faults.push(`${slug}: the ledger could not be completed (${result.reason})`)
  }
  for (const { slug, differences } of await recount()) faults.push(...differences.map((said) => `${slug}: ${said}`))
  faults.push(...(await behindSigned()))
  return { erased, restored, faults }
}

async function mirrored(folder: string): Promise<string[]> {
  const slugs = (await db().petition.findMany({ select: { slug: true } })).map(({ slug }) => slug)
  return (await readdir(folder)).filter((name) => slugs.includes(name))
}

/** Ledgers that lack entries which were signed: nothing would be counted until they are back. */
async function behindSigned(): Promise<string[]> {
  const petitions = await db().petition.findMany({ include: { total: true } })
  const behind: string[] = []
  for (const { id, slug, total } of petitions) {
    const signed = (await lastCheckpoint(checkpointFolder(id, env().DATA_DIR)))?.size ?? 0
    const size = Number(total?.size ?? 0)
    if (size < signed) behind.push(`${slug}: ${size} entries, and ${signed} were signed: put them back from a mirror`)
  }
  return behind
}
