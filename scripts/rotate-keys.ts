import { closeDb } from '@/lib/db'
import { indexAnew } from '@/lib/signatures/rotation/index-anew'
import { sealAnew } from '@/lib/signatures/rotation/seal-anew'

// Moves everything to the present keys (docs/security/keys.md). Interrupted, it goes on where it stopped.
const say = (what: string) => (done: number) => {
  if (process.stdout.isTTY) process.stdout.write(`\r${what}: ${done}`)
}
const index = await indexAnew(say('found anew'))
const seal = await sealAnew(say('sealed anew'))
await closeDb()
console.log(
  `${process.stdout.isTTY ? '\n' : ''}${index.moved} found by the new key, ${index.named} names too, ${seal.sealed} sealed to the new key.`,
)
const unreadable = Math.max(index.unreadable, seal.unreadable)
if (unreadable > 0) {
  console.error(
    `${unreadable} could not be opened: the key they are sealed to is not here. Nothing of them was changed.`,
  )
  process.exitCode = 1
}
