import { type MarkdownNode, readMarkdown } from './markdown'

/** Markdown as plain text: paragraphs, headings and list items each on a line of their own. */
export function plainText(source: string): string {
  return readMarkdown(source).flatMap(lines).join('\n\n')
}

/** The first paragraph of a Markdown text, as plain text; empty if there is none. */
export function firstParagraph(source: string): string {
  const first = readMarkdown(source).find((node) => typeof node !== 'string' && node.tag === 'p')
  return first ? words(first) : ''
}

function lines(node: MarkdownNode): string[] {
  if (typeof node === 'string' || (node.tag !== 'ul' && node.tag !== 'ol')) return [words(node)].filter(Boolean)
  return [node.children.map((item) => `- ${words(item)}`).join('\n')]
}

function words(node: MarkdownNode): string {
  if (typeof node === 'string') return node
  return node.tag === 'br' ? '\n' : node.children.map(words).join('')
}
