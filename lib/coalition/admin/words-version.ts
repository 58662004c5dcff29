import { versionOf } from '../entities/apply-change'

interface Words {
  texts: { locale: string }[]
}

/** The version of a clause's words in all languages: required for removing it. */
export function clauseVersion({ texts }: Words): string {
  return versionOf(Object.fromEntries(texts.map((text) => [text.locale, JSON.stringify(text)])))
}

/** The version of a whole draft: its texts, and its clauses with theirs. */
export function statementVersion({ texts, clauses }: Words & { clauses: (Words & { anchor: string })[] }): string {
  const ofClauses = clauses.map((clause) => [`clause ${clause.anchor}`, clauseVersion(clause)])
  return versionOf({ texts: clauseVersion({ texts }), ...Object.fromEntries(ofClauses) })
}
