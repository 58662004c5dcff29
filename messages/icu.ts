export type Piece = { text: string; kind: 'words' | 'head' | 'mark' }

/**
 * Splits an ICU message into its words, its marks (braces and tags) and its heads: what follows an opening brace
 * up to a closing one or to the words of a branch, as in `count, plural, one`.
 */
export function pieces(message: string): Piece[] {
  // Whether we are among words (at the top, or in a branch) or in a placeholder's head, for each open brace.
  const among: ('words' | 'head')[] = ['words']
  return [...message.matchAll(/<\/?[a-z]+>|[{}]|[^{}<]+|</gi)].map(([text]) => {
    if (text === '{') among.push(among.at(-1) === 'words' ? 'head' : 'words')
    if (text === '}') among.pop()
    return { text, kind: /^[{}<]/.test(text) ? 'mark' : (among.at(-1) ?? 'words') }
  })
}

/** What a message needs filled in: placeholders with their kind, and tags. Which plural branches there are does not matter. */
export function slots(message: string): { name: string; kind: string }[] {
  const found = pieces(message).flatMap(({ text, kind }) => {
    const [, name, type] = (kind === 'head' ? /^\s*(\w+)\s*(?:,\s*(\w+))?/ : /^<(\w+)>()/).exec(text) ?? []
    // In `{n, plural, one {…} other {…}}` the text between two branches is no head of its own.
    if (!name || (kind === 'head' && type === undefined && text.endsWith(' '))) return []
    // A number may be shown plainly in one language and choose a branch in another.
    return [{ name, kind: kind === 'mark' ? 'tag' : type === 'plural' ? 'number' : (type ?? 'text') }]
  })
  return [...new Map(found.map((slot) => [`${slot.name} ${slot.kind}`, slot])).values()]
}
