import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode
type Element = DefaultTreeAdapterTypes.Element

/**
 * The same HTML without anything executable that is not a static file of our own: framework and inline scripts, script
 * preloads, event-handler attributes and comments go; data blocks (`application/ld+json`) and `/site.js` stay.
 */
export function filterHtml(html: string): string {
  // Two thirds of a page are the framework's data; left out here, they need not be parsed. It writes no `<` inside.
  const slim = html.replace(/<script>self\.__next_f\.push\([^<]*<\/script>/g, '')
  // Readers have scripting off as far as this page is concerned: the content of <noscript> is markup, not text.
  const document = parse(slim, { scriptingEnabled: false })
  filterChildren(document)
  return serialize(document, { scriptingEnabled: false })
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

/** A parser drops one newline at the start of these; a blank first line a person typed has to survive being written again. */
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

/** A `type` that is neither JavaScript nor one the browser acts on (HTML, "data block"). */
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
