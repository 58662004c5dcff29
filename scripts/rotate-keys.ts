import { indexApplicationsAnew } from '@/lib/coalition/index-applications-anew'
import { closeDb } from '@/lib/db'
import { indexSheetsAnew } from '@/lib/paper/index-sheets-anew'
import { indexAnew } from '@/lib/signatures/rotation/index-anew'
import { sealAnew } from '@/lib/signatures/rotation/seal-anew'
import { closeBoxesAnew } from '@/lib/staff/close-boxes-anew'

// Moves everything to the present keys (docs/security/keys.md). Interrupted, it goes on where it stopped.
const say = (what: string) => (done: number) => {
  if (process.stdout.isTTY) process.stdout.write(`\r${what}: ${done}`)
}
const index = await indexAnew(say('found anew'))
const applications = await indexApplicationsAnew()
const sheets = await indexSheetsAnew()
const seal = await sealAnew(say('sealed anew'))
const boxes = await closeBoxesAnew()
await closeDb()
const found = index.moved + applications.moved + sheets.moved
console.log(
  `${process.stdout.isTTY ? '\n' : ''}${found} found by the new key, ${index.named} names too, ` +
    `${seal.sealed} sealed to the new key, ${boxes.closed} second factors closed with the new secret.`,
)
const unreadable =
  Math.max(index.unreadable + applications.unreadable + sheets.unreadable, seal.unreadable) + boxes.unreadable
if (unreadable > 0) {
  console.error(
    `${unreadable} could not be opened: the key they are sealed to is not here. Nothing of them was changed.`,
  )
  process.exitCode = 1
}
