import type { z } from 'zod'
import type { Prisma } from '@/prisma/generated/client'
import type { FieldErrors, FormValues } from './apply-change'

type Tx = Prisma.TransactionClient

/**
 * One kind of row that staff keep by a form. The functions beside this file find, list and save it, and the pages at
 * /admin/coalition show it (components/admin/coalition/entities has its fields and columns).
 */
export interface Entity<Form = unknown, Row = unknown> extends Lockable {
  schema: z.ZodType<Form>
  /** The field that is chosen once and names a row for good: `taken` is said of it. */
  keyField: string
  /** Whether text from outside can be the id of a row. */
  isId(text: string): boolean
  newId(form: Form): string
  find(tx: Tx, id: string): Promise<Row | null>
  list(tx: Tx): Promise<Row[]>
  idOf(row: Row): string
  titleOf(row: Row): string
  /** The row's fields as the form has them. */
  valuesOf(row: Row): FormValues
  /** Checks that need the clock. */
  check?(form: Form, now: Date): FieldErrors | null
  /** @returns false where another row has the key */
  insert(tx: Tx, id: string, form: Form): Promise<boolean>
  /** May refuse with what is wrong, by field. */
  update(tx: Tx, id: string, form: Form): Promise<FieldErrors | null>
  /** Goes into the audit log with the new row. */
  describeNew?(form: Form): Record<string, string>
  /** Only where a second person has to agree to each change. */
  approval?: {
    noun: string
    /** The fields that the second person is shown. */
    fields: { name: string; label: string }[]
    valuesOf(form: Form): FormValues
    /** The fields of the form that the id holds. */
    keyOf(id: string): FormValues
    remove(tx: Tx, id: string): Promise<unknown>
  }
  texts?: EntityTexts
}

interface Lockable {
  /** Names it in the audit log, with an id: `member:…`. */
  name: string
  /** Locks a row. @returns how people call it; null where it is gone */
  lock(tx: Tx, id: string): Promise<string | null>
}

/** Something with texts: one row for each language, the same fields in each. */
export interface TextOwner extends Lockable {
  texts: EntityTexts
}

/** How texts are read and written once their owner is locked. */
interface EntityTexts {
  fields: TextField[]
  /** The text in a language, the newest version; null where there is none. */
  read(tx: Tx, id: string, locale: string): Promise<Text | null>
  write(tx: Tx, id: string, locale: string, text: Text, now: Date): Promise<void>
  /** Whether the text in this language stays as it is: it was adopted so. */
  fixed?(tx: Tx, id: string, locale: string): Promise<boolean>
  /** Whether it is public as the coalition's own words: a change then takes a second person. */
  isPublic?(tx: Tx, id: string): Promise<boolean>
}

export interface TextField {
  name: string
  label: string
  /** 1: one line. */
  rows: number
  longest: number
  optional?: boolean
}

/** A text by field; an empty field is null. */
export type Text = Record<string, string | null>
