import type { Prisma } from '@/prisma/generated/client'

export interface TextField {
  name: string
  label: string
  /** 1: one line. */
  rows: number
  longest: number
  optional?: boolean
}

/** The words of a thing: one row a language, the same fields in each. Empty is null. */
export type Words = Record<string, string | null>

/** How the words of one kind of thing are read and written; the thing itself is locked by then. */
export interface TextKind {
  fields: TextField[]
  /** Locks the thing that the words belong to. @returns null where it is gone, otherwise how people call it */
  lock(tx: Prisma.TransactionClient, key: string): Promise<string | null>
  /** The words in a language, the newest version; null where there are none. */
  read(tx: Prisma.TransactionClient, key: string, locale: string): Promise<Words | null>
  /** Whether words in this language may be written: those that were adopted stay as they were. */
  fixed?(tx: Prisma.TransactionClient, key: string, locale: string): Promise<boolean>
  /** Whether the public reads them as the coalition's own words: then a change takes a second person. */
  isPublic?(tx: Prisma.TransactionClient, key: string): Promise<boolean>
  write(tx: Prisma.TransactionClient, key: string, locale: string, words: Words, now: Date): Promise<void>
}
