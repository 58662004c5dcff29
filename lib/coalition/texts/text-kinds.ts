import { activityTexts } from './activity-texts'
import { letterTexts } from './letter-texts'
import { memberTexts } from './member-texts'
import { clauseTexts, statementTexts } from './statement-texts'
import type { TextKind } from './text-kind'

const kinds = {
  member: memberTexts,
  activity: activityTexts,
  letter: letterTexts,
  statement: statementTexts,
  clause: clauseTexts,
} satisfies Record<string, TextKind>

export type TextKindName = keyof typeof kinds

/** What has words in several languages, by its name in addresses. Null for another name. */
export function textKind(name: string): { name: TextKindName; kind: TextKind } | null {
  const known = Object.keys(kinds) as TextKindName[]
  const found = known.find((one) => one === name)
  return found ? { name: found, kind: kinds[found] } : null
}
