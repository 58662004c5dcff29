import type { z } from 'zod'
import type { Prisma } from '@/prisma/generated/client'
import type { FieldErrors, FormValues } from './apply-change'

type Tx = Prisma.TransactionClient

/**
 * A kind of row that staff edit in a form. The functions in this folder find, list and save it, and the pages at
 * /admin/coalition show it (components/admin/coalition/entities has its fields and columns).
 */
export interface Entity<Form = unknown, Row = unknown> extends Lockable {
  schema: z.ZodType<Form>
  /** The field that is chosen once and identifies a row; `taken` is its error. */
  keyField: string
  /** Whether a text from outside can be a row's id. */
  isId(text: string): boolean
  newId(form: Form): string
  find(tx: Tx, id: string): Promise<Row | null>
  list(tx: Tx): Promise<Row[]>
  idOf(row: Row): string
  titleOf(row: Row): string
  /** The row's values as form fields. */
  valuesOf(row: Row): FormValues
  /** Checks that depend on the time. */
  check?(form: Form, now: Date): FieldErrors | null
  /** @returns false if another row has the key */
  insert(tx: Tx, id: string, form: Form): Promise<boolean>
  /** May refuse, with error codes by field. */
  update(tx: Tx, id: string, form: Form): Promise<FieldErrors | null>
  /** Audited with the new row. */
  describeNew?(form: Form): Record<string, string>
  /** Only if each change needs approval. */
  approval?: {
    noun: string
    /** The fields that the second person is shown. */
    fields: { name: string; label: string }[]
    valuesOf(form: Form): FormValues
    /** The form's fields that the id determines. */
    keyOf(id: string): FormValues
    remove(tx: Tx, id: string): Promise<unknown>
  }
  texts?: EntityTexts
}

interface Lockable {
  /** Its kind in the audit log, before an id: `member:…`. */
  name: string
  /** Locks a row. @returns its label for people; null if it no longer exists */
  lock(tx: Tx, id: string): Promise<string | null>
}

/** An owner of texts: one row for each language, with the same fields. */
export interface TextOwner extends Lockable {
  texts: EntityTexts
}

/** How texts are read and written once their owner is locked. */
interface EntityTexts {
  fields: TextField[]
  /** A language that the site has not, in which there are some of the fields; null where there is none. */
  own?(tx: Tx, id: string): Promise<{ locale: string; fields: readonly string[] } | null>
  /** The text in a language, the newest version; null if there is none. */
  read(tx: Tx, id: string, locale: string): Promise<Text | null>
  write(tx: Tx, id: string, locale: string, text: Text, now: Date): Promise<void>
  /** Whether the text in this language is fixed, because it was adopted as it is. */
  fixed?(tx: Tx, id: string, locale: string): Promise<boolean>
  /** Whether it is public as the coalition's own words: a change then needs approval. */
  isPublic?(tx: Tx, id: string): Promise<boolean>
  /** Its versions in a language, the newest first; only where a change is a new version. */
  versions?(tx: Tx, id: string, locale: string): Promise<TextVersion[]>
}

interface TextVersion {
  version: number
  publishedAt: Date
  text: Text
}

export interface TextField {
  name: string
  label: string
  hint?: string
  /** 1: one line. */
  rows: number
  longest: number
  optional?: boolean
  /** `plain`: without marks of Markdown or HTML. `link`: a page. `contact`: a page or an email address. */
  form?: 'plain' | 'link' | 'contact'
  /** Names that are filled in where they stand in braces; a `plain` text has no others. */
  placeholders?: readonly string[]
}

/** A text by field; an empty field is null. */
export type Text = Record<string, string | null>
