/**
 * Text that somebody else wrote, as Markdown that says just that: no emphasis, list, heading, link or table comes of
 * it.
 */
export function asMarkdown(text: string): string {
  return text
    .trim()
    .replace(/[\\`*_[\]<>~|&@]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/^[^\S\n]+/gm, '')
    .replace(/^[#+\-=:]/gm, '\\$&')
    .replace(/^(\d+)([.)])/gm, '$1\\$2')
}

/** The same as a quotation, with its paragraphs and the ends of its lines. */
export function asQuotation(text: string): string {
  return asMarkdown(text.replace(/\r\n?/g, '\n'))
    .split(/\n\s*\n/)
    .map((paragraph) => `> ${paragraph.trimEnd().split('\n').join('\\\n> ')}`)
    .join('\n>\n')
}
