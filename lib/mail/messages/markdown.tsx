import { createElement, type ReactNode } from 'react'
import { type MarkdownNode, readMarkdown } from '@/lib/text/markdown'
import { colours, sans, serif } from './style'

/** Markdown as a mail's elements (`readMarkdown`), each with its style: mail programs ignore style sheets. */
export function MailMarkdown({ source, locale }: { source: string; locale: string }) {
  const styles = stylesOf(locale)
  return createElement('div', null, ...readMarkdown(source).map((node) => write(node, styles)))
}

type Styles = Record<string, object>

/** The children are spread: none of them ever moves, so none needs a key. */
function write(node: MarkdownNode, styles: Styles): ReactNode {
  if (typeof node === 'string') return node
  const tag = node.tag === 'h' ? 'h2' : node.tag
  const { href } = node
  const children = node.children.map((child) => write(child, styles))
  return createElement(tag, href ? { href, style: styles.a } : { style: styles[tag] }, ...children)
}

const text = { fontFamily: sans, fontSize: 17, lineHeight: '1.6' }

function stylesOf(locale: string): Styles {
  return {
    p: { ...text, margin: '16px 0' },
    h2: { margin: '28px 0 8px', fontFamily: serif(locale), fontSize: 21, lineHeight: '28px' },
    li: { ...text, margin: '6px 0' },
    blockquote: { margin: '16px 0', paddingInlineStart: 16, borderInlineStart: `3px solid ${colours.rule}` },
    hr: { border: 0, borderTop: `1px solid ${colours.rule}`, margin: '24px 0' },
    a: { color: colours.accent, textDecorationLine: 'underline' },
  }
}
