import { z } from 'zod'
import { type CheckReport, checkLedger } from '@/lib/ledger/check/check-ledger'
import { readReleases } from '@/lib/ledger/check/check-releases'
import { Fault } from '@/lib/ledger/check/fault'
import type { LedgerSource } from '@/lib/ledger/check/ledger-source'
import { retractReasons } from '@/lib/ledger/leaf-kinds'
import { decodeBundle } from '@/lib/ledger/log/entry-bundle'
import { parseTilePath, TILE_WIDTH } from '@/lib/ledger/log/tile'

const corrections = z.array(
  z.object({
    index: z.int().nonnegative(),
    reason: z.enum(retractReasons),
    rule: z.int().nonnegative(),
    leaves: z.int().positive(),
    signatures: z.int().nonnegative(),
    approvals: z.int().nonnegative(),
    correctedAt: z.coerce.date(),
  }),
)

/** A whole log as the public has it, verified. */
export interface Published {
  report: CheckReport
  /** Every entry, in order. */
  leaves: Uint8Array[]
  corrections: z.infer<typeof corrections>
  releases: NonNullable<Awaited<ReturnType<typeof readReleases>>>
}

/**
 * Reads a mirror and verifies all of it as an auditor does (`checkLedger`), with the keys of the given policy.
 * @param since a checkpoint that the mirror must continue
 * @throws Fault if anything in it does not agree
 */
export async function readPublished(source: LedgerSource, policy: string, since?: string): Promise<Published> {
  // The count that belongs to this log is the one of the site that is being restored.
  const mirror = { ...source, countUrl: null }
  const leaves: Uint8Array[] = []
  const keep = async (path: string, bytes: Uint8Array) => {
    const tile = parseTilePath(path)
    if (tile?.level !== 'entries') return
    for (const [i, leaf] of (decodeBundle(bytes) ?? []).entries()) leaves[tile.index * TILE_WIDTH + i] = leaf
  }
  const report = await checkLedger(mirror, { policy, since, keep })
  return {
    report,
    leaves: leaves.slice(0, report.head.size),
    corrections: await readCorrections(mirror),
    releases: (await readReleases(mirror)) ?? [],
  }
}

async function readCorrections(source: LedgerSource) {
  const bytes = (await source.read('corrections.json')) ?? new Uint8Array()
  const read = corrections.safeParse(parse(bytes))
  if (!read.success) throw new Fault('file_malformed', 'corrections.json is not a correction log')
  return read.data
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
