import { randomInt } from 'node:crypto'
import { blindIndex } from '@/lib/vault/blind-index'
import type { Prisma } from '@/prisma/generated/client'

const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const CODES = 10

/**
 * Ten new one-time codes of 59 bits; those before die.
 * @returns the codes, to be shown once: only their hashes are kept
 */
export async function newRecoveryCodes(tx: Prisma.TransactionClient, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, hash: codeHash(userId, code) })) })
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
    where: { userId, hash: codeHash(userId, typed), usedAt: null },
    data: { usedAt: now },
  })
  return count === 1
}

function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [group(), group(), group()].join('-')
}

function codeHash(userId: string, typed: string): Buffer<ArrayBuffer> {
  return blindIndex('recovery code', userId, typed.toLowerCase().replace(/[^a-z0-9]/g, ''))
}
