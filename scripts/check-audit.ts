import { closeDb } from '@/lib/db'
import { check } from '@/lib/staff/audit/check'

// npm run check-audit [-- number:hash]: whether the record of what staff did is whole and unaltered.
const known = /^(\d+):([0-9a-f]{64})$/.exec(process.argv[2] ?? '')
const result = await check(known ? { seq: BigInt(known[1] ?? 0), hash: known[2] ?? '' } : undefined).finally(
  () => void closeDb(),
)
if (result.ok) {
  console.log(`The record is whole: ${result.entries} entries.\nIts head, to keep elsewhere: ${result.head}`)
} else {
  console.log(`The record is NOT whole: entry ${result.seq} is ${result.reason.replace('_', ' ')}.`)
}
process.exitCode = result.ok ? 0 : 1
