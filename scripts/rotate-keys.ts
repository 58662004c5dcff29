import { reindexContacts } from '@/lib/coalition/member-access/reindex-contacts'
import { reindexApplications } from '@/lib/coalition/reindex-applications'
import { closeDb } from '@/lib/db'
import { reindexSheets } from '@/lib/paper/reindex-sheets'
import { reencryptSealed } from '@/lib/signatures/key-rotation/reencrypt-sealed'
import { reindexSignatures } from '@/lib/signatures/key-rotation/reindex-signatures'
import { reencryptTotpSecrets } from '@/lib/staff/reencrypt-totp-secrets'

// Re-encrypts and re-indexes everything with the current keys (docs/security/keys.md). An interrupted run continues
// where it stopped.
const say = (what: string) => (done: number) => {
  if (process.stdout.isTTY) process.stdout.write(`\r${what}: ${done}`)
}
const index = await reindexSignatures(say('reindexed'))
const applications = await reindexApplications()
const contacts = await reindexContacts()
const sheets = await reindexSheets()
const seal = await reencryptSealed(say('re-encrypted'))
const boxes = await reencryptTotpSecrets()
await closeDb()
const found = index.moved + applications.moved + contacts.moved + sheets.moved
console.log(
  `${process.stdout.isTTY ? '\n' : ''}${found} found by the new key, ${index.named} names too, ` +
    `${seal.sealed} sealed to the new key, ${boxes.closed} second factors closed with the new secret.`,
)
const unreadable =
  Math.max(index.unreadable + applications.unreadable + contacts.unreadable + sheets.unreadable, seal.unreadable) +
  boxes.unreadable
if (unreadable > 0) {
  console.error(
    `${unreadable} could not be opened: the key they are sealed to is not here. Nothing of them was changed.`,
  )
  process.exitCode = 1
}
