import type { ReactNode } from 'react'
import type { Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import type { FieldSpec } from '../form/field-spec'

/** The page that asks before an act that removes something or cannot be undone. */
export interface Confirmation {
  /** A question. */
  title: string
  /** The browser's title, if the question names a person. */
  tab?: string
  /** The consequences, a sentence each, with current numbers. */
  happens: string[]
  /** Terms and descriptions, if the subject has no page yet. */
  shows?: ReactNode
  /** Further content to check first. */
  below?: ReactNode
  /** Whether and how the action can be undone. */
  undo: string
  /** The facts behind the sentences. If any has changed when the button is pressed, nothing is done. */
  facts: Record<string, string | number>
  /** Numbers that change by themselves, such as new signers; they may differ a little by then. */
  moving?: Record<string, number>
  /** Hidden fields of the action. On execution they are read again, never from the form. */
  given: Record<string, string>
  /** Fields to type, such as a reason. */
  fields?: FieldSpec[]
  /** Their initial values. */
  values?: Record<string, string>
  /** Verb and object. */
  button: string
  /** It removes nothing and sends nothing out, so the button is not a warning. */
  ordinary?: boolean
  /** The page to return to. */
  back: string
}

/** Describes how an act is confirmed. */
export interface Confirmable {
  /** The action's verb. */
  verb: Verb
  /** A field on which everything else depends, such as a day: it is asked first, and is part of the page's address. */
  first?: (now: Date) => FieldSpec & { value: string }
  /**
   * @param key of the act's subject
   * @param first the input of the `first` field
   * @returns null if it cannot be done, or no longer
   */
  find(staff: Staff, key: string, first: string, now: Date): Promise<Confirmation | null>
}

/** Serialises what the page showed, for the form, so that the button agrees to exactly this. */
export function expectedPage({ facts, moving = {} }: Confirmation): string {
  return JSON.stringify([facts, moving])
}

/** Tells whether the page's content has changed. */
export function isStale(found: Confirmation, expected: string): boolean {
  const then = readExpected(expected)
  if (!then || JSON.stringify(then[0]) !== JSON.stringify(found.facts)) return true
  return Object.entries(found.moving ?? {}).some(([name, now]) => movedFar(Number(then[1][name]), now))
}

function readExpected(expected: string): [unknown, Record<string, unknown>] | null {
  try {
    const read: unknown = JSON.parse(expected)
    return Array.isArray(read) && read[1] ? [read[0], read[1] as Record<string, unknown>] : null
  } catch {
    return null
  }
}

/** More than a tenth, and more than ten, so that acts on a busy petition can still be confirmed. */
function movedFar(then: number, now: number): boolean {
  return !(Math.abs(now - then) <= Math.max(10, then / 10))
}
