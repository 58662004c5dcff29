import { createElement, Fragment } from 'react'

/**
 * Plain text as paragraphs: an empty line begins a new one. They are spread: none of them ever moves, so none needs a
 * key.
 */
export function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  const written = paragraphs.map((paragraph) => createElement('p', { className: 'whitespace-pre-line' }, paragraph))
  return createElement(Fragment, null, ...written)
}
