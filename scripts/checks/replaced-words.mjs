/** Terms that docs/glossary.md replaced: in comments and documents, and as names in code. */
const replaced = [
  { comment: /\bdesk\b(?!top)/i, name: /\b[dD]esk[A-Z]\w*|\bdesk\b(?=[,.)])/, instead: 'admin, staff' },
  { comment: /\bfront door\b/i, name: /\bopenDoor\b/, instead: 'server' },
  { comment: /\bmoot\b/i, name: /'moot'/, instead: 'obsolete' },
  { comment: null, name: /\bconst (?:MOST|FEWEST)(?:_\w+)?\b/, instead: 'MAX_, MIN_' },
]

/**
 * A hint for each replaced term that a file uses.
 * @param {string} prose a document, or the comments of a code file
 * @param {string} code empty for a document
 * @returns {string[]}
 */
export function replacedWords(prose, code) {
  return replaced.flatMap(({ comment, name, instead }) => {
    const [found] = comment?.exec(prose) ?? name.exec(code) ?? []
    return found ? [`"${found}": say ${instead} (docs/glossary.md)`] : []
  })
}
