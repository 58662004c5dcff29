import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode
type Element = DefaultTreeAdapterTypes.Element

/**
 * Removes everything executable from a page but our own static files: Next.js's scripts, inline scripts, script
 * preloads, event-handler attributes and comments. Keeps data blocks (`application/ld+json`) and `/site.js`.
 */
export function filterHtml(html: string): string {
  // Two thirds of a page are Next.js's data, which contains no `<`; dropped here, it need not be parsed.
  const slim = html.replace(/<script(?: nonce="[^"]*")?>self\.__next_f\.push\([^<]*<\/script>/g, '')
  const filtered = filterAs(slim, false)
  // To a browser with scripts the content of <noscript> is text, and ends at the first `</noscript`, wherever that
  // stands.
  return /<noscript/i.test(filtered) ? filterAs(filtered, true) : filtered
}

/** @param scriptingEnabled as in the browser that will parse it: <noscript> then holds text, otherwise markup */
function filterAs(html: string, scriptingEnabled: boolean): string {
  const document = parse(html, { scriptingEnabled })
  filterChildren(document)
  return serialize(document, { scriptingEnabled })
}

function filterChildren(parent: Parent): void {
  parent.childNodes = parent.childNodes.filter(isKept)
  for (const child of parent.childNodes) {
    if (!('tagName' in child)) continue
    child.attrs = child.attrs.filter(({ name }) => !name.startsWith('on'))
    keepFirstNewline(child)
    if ('content' in child) filterChildren(child.content)
    filterChildren(child)
  }
}

/**
 * A parser drops one newline at the start of these elements; a blank first line that a person typed must survive
 * serialisation.
 */
function keepFirstNewline(element: Element): void {
  const first = element.childNodes[0]
  if (!/^(?:textarea|pre|listing)$/.test(element.tagName) || !first || !('value' in first)) return
  if (first.value.startsWith('\n')) first.value = `\n${first.value}`
}

function isKept(node: Node): boolean {
  if (node.nodeName === '#comment') return false
  if (!('tagName' in node)) return true
  if (node.tagName === 'script') return isDataBlock(node) || isOwnFile(node)
  if (node.tagName === 'link') return !isScriptPreload(node)
  return true
}

/** A `type` that is neither JavaScript nor acted on by browsers (HTML, "data block"). */
function isDataBlock(script: Element): boolean {
  const type = attribute(script, 'type')?.trim().toLowerCase()
  return type !== undefined && /^application\/(?:[\w.-]+\+)?json$/.test(type)
}

function isOwnFile(script: Element): boolean {
  const source = attribute(script, 'src')
  return source !== undefined && /^\/[\w.-]+\.js(?:\?[\w.=-]*)?$/.test(source)
}

function isScriptPreload(link: Element): boolean {
  const rel = attribute(link, 'rel')?.toLowerCase() ?? ''
  const as = attribute(link, 'as')?.toLowerCase()
  return rel.includes('modulepreload') || (/preload|prefetch/.test(rel) && (as === 'script' || as === 'worker'))
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value
}
