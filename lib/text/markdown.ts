import { LRUCache } from 'lru-cache'
import { lexer, type Token, type Tokens } from 'marked'

/** An element allowed on pages and in mail; text is a string that the caller escapes. */
interface MarkdownElement {
  tag: 'h' | 'p' | 'span' | 'blockquote' | 'ul' | 'ol' | 'li' | 'hr' | 'strong' | 'em' | 'br' | 'a'
  /** Of a heading. */
  depth?: number
  /** Of a link. */
  href?: string
  /** Of a numbered list. */
  start?: number
  children: MarkdownNode[]
}

export type MarkdownNode = MarkdownElement | string

/**
 * Parses Markdown into elements that are safe by construction: raw HTML is text, links lead only to http(s) and mailto
 * addresses, pictures become their description (nothing is loaded from elsewhere).
 */
export function readMarkdown(source: string): MarkdownNode[] {
  const known = read.get(source)
  if (known) return known
  const nodes = blocks(lexer(source))
  read.set(source, nodes)
  return nodes
}

/** The same few texts stand on every page. */
const read = new LRUCache<string, MarkdownNode[]>({ max: 200 })

function blocks(tokens: Token[] = []): MarkdownNode[] {
  return tokens.flatMap((token): MarkdownNode[] => {
    switch (token.type) {
      case 'space':
        return []
      case 'heading':
        return [{ tag: 'h', depth: (token as Tokens.Heading).depth, children: inline(token.tokens) }]
      case 'paragraph':
        return [{ tag: 'p', children: inline(token.tokens) }]
      case 'text':
        return [{ tag: 'span', children: inlineOrText(token) }]
      case 'blockquote':
        return [{ tag: 'blockquote', children: blocks(token.tokens) }]
      case 'list':
        return [list(token as Tokens.List)]
      case 'hr':
        return [{ tag: 'hr', children: [] }]
      default:
        return [{ tag: 'p', children: [token.raw] }]
    }
  })
}

function list({ items, ordered, start }: Tokens.List): MarkdownElement {
  const children = items.map((item): MarkdownElement => ({ tag: 'li', children: blocks(item.tokens) }))
  if (!ordered) return { tag: 'ul', children }
  return start ? { tag: 'ol', start, children } : { tag: 'ol', children }
}

function inline(tokens: Token[] = []): MarkdownNode[] {
  return tokens.flatMap((token): MarkdownNode[] => {
    switch (token.type) {
      case 'strong':
      case 'em':
        return [{ tag: token.type, children: inline(token.tokens) }]
      case 'br':
        return [{ tag: 'br', children: [] }]
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

function inlineOrText(token: Token): MarkdownNode[] {
  return 'tokens' in token && token.tokens ? inline(token.tokens) : ['text' in token ? token.text : token.raw]
}

function link({ href, tokens }: Tokens.Link): MarkdownNode[] {
  const children = inline(tokens)
  return /^(https?:\/\/|mailto:)/i.test(href) ? [{ tag: 'a', href, children }] : children
}
