import { randomInt } from 'node:crypto'
import { blindIndexes } from '@/lib/vault/blind-index'
import type { Prisma } from '@/prisma/generated/client'

const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const CODES = 10

/**
 * Ten new one-time codes of 59 bits; earlier ones are deleted.
 * @returns the codes, to be shown once: only their hashes are kept
 */
export async function newRecoveryCodes(tx: Prisma.TransactionClient, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, hash: presentHash(userId, code) })) })
  return codes
}

/** Spends a code. False where it is not one, or was spent. */
export async function spendRecoveryCode(
  tx: Prisma.TransactionClient,
  userId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, hash: { in: codeHashes(userId, typed) }, usedAt: null },
    data: { usedAt: now },
  })
  return count === 1
}

function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [group(), group(), group()].join('-')
}

/** Under each key in use. A hash cannot be moved to another key: earlier codes work while their key is kept. */
function codeHashes(userId: string, typed: string): Buffer<ArrayBuffer>[] {
  return blindIndexes('recovery code', userId, typed.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

function presentHash(userId: string, code: string): Buffer<ArrayBuffer> {
  const [hash] = codeHashes(userId, code)
  if (!hash) throw new Error('there is no key')
  return hash
}
