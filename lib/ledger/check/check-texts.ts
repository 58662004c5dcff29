import { z } from 'zod'
import { toHex } from '@/lib/ledger/log/bytes'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { Fault } from './fault'
import type { LedgerSource } from './ledger-source'

const list = z.array(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }))

/**
 * Each published text version must hash to its name; the one of a receipt must be among them.
 * @param signed SHA-256 of a receipt's text
 * @returns the hashes, in hex
 */
export async function checkTexts(source: LedgerSource, signed?: Uint8Array): Promise<string[]> {
  const bytes = await source.read('texts.json')
  const read = bytes && list.safeParse(parse(bytes))
  if (!read?.success) throw new Fault(bytes ? 'file_malformed' : 'file_missing', `${source.name} has no list of texts`)
  const hashes = read.data.map(({ sha256 }) => sha256)
  for (const sha256 of hashes) {
    const text = await source.read(`texts/${sha256}.json`)
    if (!text) throw new Fault('file_missing', `${source.name} lacks the text ${sha256}`)
    if (toHex(nodeSuite.sha256(text)) !== sha256)
      throw new Fault('text_differs', `the text ${sha256} has other words now`)
  }
  if (signed && !hashes.includes(toHex(signed))) {
    throw new Fault('text_differs', 'the text that the receipt was given for is not published (any more)')
  }
  return hashes
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
