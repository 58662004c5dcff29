import { createElement, type ReactNode } from 'react'
import { type MarkdownNode, readMarkdown } from '@/lib/text/markdown'

/**
 * Markdown as React elements (`readMarkdown`).
 * @param under the level of the heading that it stands under: `##` becomes one level below it
 */
export function Markdown({ source, under = 2 }: { source: string; under?: number }) {
  const children = readMarkdown(source).map((node) => write(node, under - 1))
  return createElement('div', { className: 'markdown max-w-[66ch] font-serif' }, ...children)
}

/**
 * The children are spread: none of them ever moves, so none needs a key.
 * @param shift how many levels headings go down
 */
function write(node: MarkdownNode, shift: number): ReactNode {
  if (typeof node === 'string') return node
  const { tag, depth = 1, href, start, children } = node
  const written = children.map((child) => write(child, shift))
  if (tag === 'h') return createElement(`h${Math.min(6, depth + shift)}`, null, ...written)
  return createElement(tag, href ? { href, rel: 'noopener noreferrer' } : { start }, ...written)
}
