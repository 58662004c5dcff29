import { z } from 'zod'
import { type RetractReason, retractReasons } from '@/lib/ledger/leaf-kinds'
import type { LeafSums } from '@/lib/ledger/sum-leaves'
import { Fault } from './fault'
import type { LedgerSource } from './ledger-source'

const corrections = z.array(
  z.object({ index: z.number(), reason: z.enum(retractReasons), rule: z.number().default(0), signatures: z.number() }),
)

/**
 * Everything that staff took out of the count must be in the public correction log, by reason, and nothing else.
 * @returns the log
 */
export async function checkCorrections(
  source: Pick<LedgerSource, 'name' | 'read'>,
  { size, retracted }: Pick<LeafSums, 'size' | 'retracted'>,
): Promise<z.infer<typeof corrections>> {
  const bytes = await source.read('corrections.json')
  if (!bytes) throw new Fault('file_missing', `${source.name} has no correction log`)
  const read = corrections.safeParse(parse(bytes))
  if (!read.success) throw new Fault('file_malformed', 'corrections.json is not a correction log')
  const listed = Object.fromEntries(retractReasons.map((reason) => [reason, 0])) as Record<RetractReason, number>
  for (const { index, reason, signatures } of read.data) if (index < size) listed[reason] += signatures
  for (const reason of retractReasons) {
    if (reason === 'withdrawn' || listed[reason] === retracted[reason]) continue
    throw new Fault(
      'corrections_differ',
      `${retracted[reason]} taken out as ${reason}, ${listed[reason]} in the correction log`,
    )
  }
  return read.data
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
