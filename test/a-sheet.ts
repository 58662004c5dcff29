import { randomBytes } from 'node:crypto'
import { enterSheet } from '@/lib/paper/enter-sheet'
import type { Staff } from '@/lib/staff/staff'

/** A scan of a sheet: unique, and a PDF by its first bytes. */
export function aScan(): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(64)])
}

/** Enters a sheet with the first person's number. Returns its id. */
export async function aSheet(by: Staff, petition: string, signatures: number, now: Date): Promise<string> {
  const signedOn = new Date('2026-11-20')
  const form = { petition, place: 'Geneva', collector: 'Test Collector', signedOn, signatures, serial: null, via: null }
  const entered = await enterSheet(by, form, aScan(), now)
  if (!entered.ok) throw new Error(`the fixture was not taken: ${entered.reason}`)
  return entered.id
}
