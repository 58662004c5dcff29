import { randomInt } from 'node:crypto'
import { blindIndexes } from '@/lib/vault/blind-index'
import type { Prisma } from '@/prisma/generated/client'

const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const CODES = 10

/**
 * Makes ten new one-time codes of 59 bits and deletes earlier ones.
 * @returns the codes, to be shown once; only their hashes are stored
 */
export async function newRecoveryCodes(tx: Prisma.TransactionClient, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, hash: presentHash(userId, code) })) })
  return codes
}

/** Marks a code as used. Returns false if it is wrong or was used. */
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

/**
 * Hashes under each key in use. Hashes cannot be converted to a new key, so old codes work only while their key is
 * configured.
 */
function codeHashes(userId: string, typed: string): Buffer<ArrayBuffer>[] {
  return blindIndexes('recovery code', userId, typed.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

function presentHash(userId: string, code: string): Buffer<ArrayBuffer> {
  const [hash] = codeHashes(userId, code)
  if (!hash) throw new Error('there is no key')
  return hash
}
