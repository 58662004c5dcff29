import { lexer, type Token, type Tokens } from 'marked'
import { createElement, type ReactNode } from 'react'

/**
 * Markdown as React elements, safe by construction: raw HTML in it is shown as text, links lead only to
 * http(s) and mailto addresses, images are shown as their description (nothing is loaded from elsewhere).
 * @param under the level of the heading that it stands under: `##` becomes one level below it
 */
export function Markdown({ source, under = 2 }: { source: string; under?: number }) {
  return element('div', { className: 'markdown max-w-[66ch] font-serif' }, blocks(lexer(source), under - 1))
}

/** The children are spread: none of them ever moves, so none needs a key. */
function element(tag: string, attributes: Record<string, unknown> | null, children: ReactNode[]): ReactNode {
  return createElement(tag, attributes, ...children)
}

/** @param shift how many levels headings go down */
function blocks(tokens: Token[], shift: number): ReactNode[] {
  return tokens.map((token) => block(token, shift))
}

function block(token: Token, shift: number): ReactNode {
  switch (token.type) {
    case 'space':
      return null
    case 'heading':
      return element(`h${Math.min(6, (token as Tokens.Heading).depth + shift)}`, null, inline(token.tokens))
    case 'paragraph':
      return element('p', null, inline(token.tokens))
    case 'text':
      return createElement('span', null, ...inlineOrText(token))
    case 'blockquote':
      return element('blockquote', null, blocks(token.tokens ?? [], shift))
    case 'list':
      return list(token as Tokens.List, shift)
    case 'hr':
      return element('hr', null, [])
    default:
      return element('p', null, [token.raw])
  }
}

function list({ items, ordered, start }: Tokens.List, shift: number): ReactNode {
  const entries = items.map((item) => element('li', null, blocks(item.tokens, shift)))
  return ordered ? element('ol', { start: start || undefined }, entries) : element('ul', null, entries)
}

function inline(tokens: Token[] = []): ReactNode[] {
  return tokens.flatMap((token): ReactNode[] => {
    switch (token.type) {
      case 'strong':
      case 'em':
        return [element(token.type, null, inline(token.tokens))]
      case 'br':
        return [element('br', null, [])]
      case 'link':
        return link(token as Tokens.Link)
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

function link({ href, tokens }: Tokens.Link): ReactNode[] {
  if (!/^(https?:\/\/|mailto:)/i.test(href)) return inline(tokens)
  return [element('a', { href, rel: 'noopener' }, inline(tokens))]
}
