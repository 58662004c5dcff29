/** Terms that docs/glossary.md replaced: in comments and documents, and as names in code. */
const replaced = [
  { comment: /\bdesk\b(?!top)/i, name: /\b[dD]esk[A-Z]\w*|\bdesk\b(?=[,.)])/, instead: 'admin, staff' },
  { comment: /\bfront door\b/i, name: /\bopenDoor\b/, instead: 'server' },
  { comment: /\bmoot\b/i, name: /'moot'/, instead: 'obsolete' },
  { comment: /\bjudge[sd]?\b/i, name: /\bjudge[A-Z]\w*/, instead: 'assess' },
  { comment: /\blapse[sd]?\b/i, name: /\blapse[sd]?\b/, instead: 'expire, purge' },
  // `forgetComment` is a field of the public interface.
  { comment: null, name: /\bforget(?!Comment\b)[A-Z]\w*/, instead: 'purge, discard' },
  { comment: null, name: /\bhot: /, instead: 'directRoutes' },
  { comment: /\bkept pages?\b/i, name: /\b[kK]eptPage/, instead: 'cached page' },
  { comment: /\banew\b/i, name: /\banew\b/, instead: 'again' },
  { comment: /\be-mails?\b/i, name: /\be-mail\b/, instead: 'email' },
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
