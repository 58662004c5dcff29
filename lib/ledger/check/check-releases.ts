import { z } from 'zod'
import { releaseReasons } from '@/lib/ledger/release-reasons'
import { Fault } from './fault'
import type { LedgerSource } from './ledger-source'

const releases = z.array(
  z.object({
    day: z.iso.date(),
    reason: z.enum(releaseReasons),
    signatures: z.int().positive(),
    approvals: z.int().positive(),
  }),
)

type Releases = z.infer<typeof releases>

/**
 * Reads the signatures that staff brought into the count, as the log reports them. No entry of the ledger distinguishes
 * such a signature, so the report cannot be recomputed; it must be readable, and lines once reported must stay
 * (`requireUnchanged`). Older logs have no such file.
 */
export async function readReleases(source: LedgerSource): Promise<Releases | null> {
  const bytes = await source.read('releases.json')
  if (!bytes) return null
  const read = releases.safeParse(parse(bytes))
  if (!read.success) throw new Fault('file_malformed', 'releases.json is not a list of releases')
  return read.data
}

/** @throws Fault if a line is missing, or reports less than before */
export function requireUnchanged(before: Releases, now: Releases | null): void {
  for (const line of before) {
    const same = (one: Releases[number]) =>
      one.day === line.day && one.reason === line.reason && one.approvals === line.approvals
    if ((now?.find(same)?.signatures ?? 0) >= line.signatures) continue
    throw new Fault(
      'corrections_differ',
      `the ${line.signatures} released on ${line.day} no longer stand in the correction log`,
    )
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
