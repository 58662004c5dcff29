import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isoDay } from '@/lib/input/day'
import { scanTypes } from './scan-type'

/** The sealed part of a sheet: only staff may read it. */
export const sealedSheet = z.object({
  /** The name of the person who collected the signatures. */
  collector: z.string(),
  /** 32 random bytes, base64url: without them nobody can test a guess against the ledger. */
  nonce: z.string(),
  /** SHA-256 of the scan, hex. */
  scan: z.string(),
})

/** The sealed scan. */
export const sealedScan = z.object({
  type: z.enum(Object.keys(scanTypes) as [keyof typeof scanTypes]),
  /** Base64. */
  bytes: z.string(),
})

interface Sheet {
  petition: string
  place: string
  signedOn: Date
  signatures: number
  nonce: string
  scan: string
}

/** The sheet's record; exactly these bytes are hashed into its leaf (docs/ledger.md). It names nobody. */
export function sheetRecord({ petition, place, signedOn, signatures, nonce, scan }: Sheet): string {
  const day = isoDay(signedOn)
  return JSON.stringify({ nonce, petition, place, scan, signatures, signed: day })
}

/** The hash in its leaf. */
export function recordHash(record: string): Buffer<ArrayBuffer> {
  return createHash('sha256').update(record, 'utf8').digest() as Buffer<ArrayBuffer>
}
