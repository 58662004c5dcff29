import { pool } from '@/lib/db'
import { type Download, finishExport, holdExport, releaseExport } from '@/lib/exports/download-export'
import type { Taking } from '@/lib/exports/stream-export'
import type { Staff } from '@/lib/staff/staff'
import { aPetition, confirmWaiting, signAs } from './a-petition'

const people = [
  { name: 'Ada Lovelace-Byron', display: 'initials', updates: 'on' },
  { name: '=HYPERLINK("http://evil.example","x")', display: 'full' },
  { name: 'Hidden Person', display: 'hidden', updates: 'on' },
  { name: '김 철수', display: 'initials' },
  { name: 'Withdrawn Wanda', display: 'full', updates: 'on' },
  { name: 'Removed Roger', display: 'full' },
  { name: 'Pending Petra', display: 'full' },
  { name: 'Held Hanna', display: 'full' },
] as const
const states = ['counted', 'counted', 'confirmed', 'counted', 'withdrawn', 'removed', 'pending', 'held']

/** A petition `exported` with a signature in each state, received in the two days before `now`. @returns its id */
export async function anExportedPetition(now: Date): Promise<string> {
  const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
  const petition = await aPetition('exported')
  for (const [i, { name, display, ...more }] of people.entries()) {
    await signAs('exported', `person-${i}@example.org`, hours(-48), { name, display, ...more })
    if (states[i] === 'pending') continue
    await confirmWaiting(petition, hours(-47))
    await pool().query(
      `UPDATE signature SET state = $1::signature_state, confirmed_at = $2::timestamptz,
         withdrawn_at = CASE WHEN $1 = 'withdrawn' THEN $2::timestamptz END,
         counted_at = CASE WHEN $1 = 'counted' THEN $2::timestamptz END, leaf_index = CASE WHEN $1 = 'counted' THEN $4::int END
       WHERE state = 'confirmed' AND received_at = $3`,
      [states[i], hours(-47), hours(-48), i],
    )
    await pool().query('UPDATE signature SET received_at = $1 WHERE received_at = $2', [hours(-40 + i), hours(-48)])
  }
  return petition
}

/** The steps of downloading a file, by one person at one time. */
export function taking(file: Download, by: Staff, at: Date): Taking {
  return {
    hold: () => holdExport(file, at),
    finish: (rows) => finishExport(by, file, rows, at),
    release: () => releaseExport(file),
  }
}
