import type { ReactNode } from 'react'
import type { Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import type { FieldSpec } from '../form/field-spec'

/** An act that cannot be taken back, or takes something away, as its page asks about it. */
export interface Confirmation {
  /** A question. */
  title: string
  /** The browser's title, where the question names a person. */
  tab?: string
  /** What will happen: a sentence each, with the numbers of this moment. */
  happens: string[]
  /** Terms and what they are, where it is done to something that has no page yet. */
  shows?: ReactNode
  /** What else is looked at before it. */
  below?: ReactNode
  /** What cannot be undone; or how it can. */
  undo: string
  /** What the sentences rest on. If any of it has changed by the time the button is pressed, nothing is done. */
  facts: Record<string, string | number>
  /** Numbers that change by themselves, such as people who sign meanwhile: they may differ a little by then. */
  moving?: Record<string, number>
  /** The fields that its action needs and nobody types. They are read again when it is executed, never from the form. */
  given: Record<string, string>
  /** What is typed: the reason, where one is asked. */
  fields?: FieldSpec[]
  /** What the fields hold at first. */
  values?: Record<string, string>
  /** Verb and object. */
  button: string
  /** It takes nothing away and sends nothing out: the button agrees, and is no warning. */
  ordinary?: boolean
  /** The page to return to. */
  back: string
}

/** How an act is confirmed. */
export interface Confirmable {
  /** The action's. */
  verb: Verb
  /** A field on which everything else depends, such as a day: it is asked first, and stands in the page's address. */
  first?: (now: Date) => FieldSpec & { value: string }
  /**
   * @param key of what it is done to
   * @param first what was typed into the `first` field
   * @returns null if it cannot be done, or no longer
   */
  find(staff: Staff, key: string, first: string, now: Date): Promise<Confirmation | null>
}

/** What the page showed, for the form: whoever presses the button agrees to exactly this. */
export function expectedPage({ facts, moving = {} }: Confirmation): string {
  return JSON.stringify([facts, moving])
}

/** Whether what the page showed is no longer true. */
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

/** By more than a tenth, and more than ten: a page that is busy can still be confirmed. */
function movedFar(then: number, now: number): boolean {
  return !(Math.abs(now - then) <= Math.max(10, then / 10))
}
