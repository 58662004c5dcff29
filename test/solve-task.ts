import { pbkdf2Sync } from 'node:crypto'
import type { Task } from '@/lib/integrity/proof/make-task'

/** Solves a task as a browser does (public/proof.js), with another implementation. */
export function solveTask(task: Task): string {
  const { nonce, salt, cost, keyLength, keyPrefix } = task.parameters
  const counted = Buffer.concat([Buffer.from(nonce, 'hex'), Buffer.alloc(4)])
  for (let counter = 0; ; counter++) {
    counted.writeUInt32BE(counter, counted.length - 4)
    const derivedKey = pbkdf2Sync(counted, Buffer.from(salt, 'hex'), cost, keyLength, 'sha256').toString('hex')
    if (derivedKey.startsWith(keyPrefix)) return encode({ challenge: task, solution: { counter, derivedKey } })
  }
}

/** As it stands in the form. */
export function encode(proof: object): string {
  return Buffer.from(JSON.stringify(proof)).toString('base64')
}
