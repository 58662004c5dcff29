import { lexer, type Token, type Tokens } from 'marked'
import { createElement, type ReactNode } from 'react'
import { colours, sans, serif } from './style'

/**
 * Markdown as a mail's elements, safe by construction: raw HTML in it is shown as text, links lead only to http(s) and
 * mailto addresses, pictures are shown as their description (nothing is loaded from elsewhere).
 */
export function MailMarkdown({ source }: { source: string }) {
  return element('div', blocks(lexer(source)))
}

function blocks(tokens: Token[]): ReactNode[] {
  return tokens.map((token) => {
    switch (token.type) {
      case 'space':
        return null
      case 'heading':
        return element('h2', inline(token.tokens))
      case 'paragraph':
        return element('p', inline(token.tokens))
      case 'text':
        return element('span', inlineOrText(token))
      case 'blockquote':
        return element('blockquote', blocks(token.tokens ?? []))
      case 'list': {
        const { items, ordered } = token as Tokens.List
        const entries = items.map((item) => element('li', blocks(item.tokens)))
        return element(ordered ? 'ol' : 'ul', entries)
      }
      case 'hr':
        return element('hr', [])
      default:
        return element('p', [token.raw])
    }
  })
}

function inline(tokens: Token[] = []): ReactNode[] {
  return tokens.flatMap((token): ReactNode[] => {
    switch (token.type) {
      case 'strong':
      case 'em':
        return [element(token.type, inline(token.tokens))]
      case 'br':
        return [element('br', [])]
      case 'link': {
        const { href, tokens: words } = token as Tokens.Link
        if (!/^(https?:\/\/|mailto:)/i.test(href)) return inline(words)
        return [createElement('a', { href, style: styles.a }, ...inline(words))]
      }
      case 'escape':
      case 'image':
      case 'codespan':
        return [token.text]
      case 'text':
        return inlineOrText(token)
      default:
        return [token.raw]
    }
  })
}

function inlineOrText(token: Token): ReactNode[] {
  return 'tokens' in token && token.tokens ? inline(token.tokens) : ['text' in token ? token.text : token.raw]
}

/** The children are spread: none of them ever moves, so none needs a key. */
function element(tag: string, children: ReactNode[]): ReactNode {
  return createElement(tag, { style: styles[tag] }, ...children)
}

const text = { fontFamily: sans, fontSize: 17, lineHeight: '1.6' }

const styles: Record<string, object> = {
  p: { ...text, margin: '16px 0' },
  h2: { margin: '28px 0 8px', fontFamily: serif, fontSize: 21, lineHeight: '28px' },
  li: { ...text, margin: '6px 0' },
  blockquote: { margin: '16px 0', paddingInlineStart: 16, borderInlineStart: `3px solid ${colours.rule}` },
  hr: { border: 0, borderTop: `1px solid ${colours.rule}`, margin: '24px 0' },
  a: { color: colours.accent, textDecorationLine: 'underline' },
}
