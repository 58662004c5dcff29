/** Fields that are hidden, or chosen rather than typed. */
const unseen =
  /^(id|key|act|confirming|kept|draftOf|entity|kind|locale|version|revision|round|source|follows|conflict|expected\w*|review|request|approval|session|passkey|verb|verdict|decision|anchor|above|author|what|column|format|preset|petition|saved|zone|shown|selection|member|part|query|list|state|country|signal|fromAt|toAt|(revision|shown)-[\w-]+)$/

/** The typed fields of a form, which would be lost with it. */
export function typedFields(fields: Record<string, string>): [name: string, value: string][] {
  return Object.entries(fields).filter(([name, value]) => value.trim() !== '' && !unseen.test(name))
}
