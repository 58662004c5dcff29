import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/**
 * What a message needs filled in: placeholders with their kind, and tags. Which plural branches there are does not
 * matter.
 */
export function slots(message: string): { name: string; kind: string }[] {
  const found = nodesOf(parse(message)).flatMap((node) => {
    const kind = kinds[node.type]
    return kind && 'value' in node ? [{ name: node.value, kind }] : []
  })
  return [...new Map(found.map((slot) => [`${slot.name} ${slot.kind}`, slot])).values()]
}

// A number may be shown plainly in one language and choose a branch in another.
const kinds: Partial<Record<TYPE, string>> = {
  [TYPE.argument]: 'text',
  [TYPE.number]: 'number',
  [TYPE.plural]: 'number',
  [TYPE.date]: 'date',
  [TYPE.time]: 'time',
  [TYPE.select]: 'select',
  [TYPE.tag]: 'tag',
}

/** The message with its words changed; placeholders, tags and the names of branches stay as they were written. */
export function changeWords(message: string, change: (words: string) => string): string {
  let changed = ''
  let at = 0
  for (const node of nodesOf(parse(message, { captureLocation: true }))) {
    if (node.type !== TYPE.literal) continue
    const [start, end] = extent(node)
    changed += message.slice(at, start) + change(message.slice(start, end))
    at = end
  }
  return changed + message.slice(at)
}

/** The message as it is read: `filled` for each placeholder, `branch` around each branch of a plural, no tags. */
export function asRead(message: string, { filled, branch }: { filled: string; branch: string }): string {
  const read = (nodes: MessageFormatElement[]): string => nodes.map(one).join('')
  const one = (node: MessageFormatElement): string => {
    if (node.type === TYPE.tag) return read(node.children)
    if (node.type === TYPE.literal || node.type === TYPE.pound) return message.slice(...extent(node))
    if (!('options' in node)) return filled
    return (
      branch +
      Object.values(node.options)
        .map(({ value }) => read(value) + branch)
        .join('')
    )
  }
  return read(parse(message, { captureLocation: true }))
}

/** All of them, in the order in which they were written. */
function nodesOf(nodes: MessageFormatElement[]): MessageFormatElement[] {
  return nodes.flatMap((node) => {
    if ('options' in node) return [node, ...Object.values(node.options).flatMap(({ value }) => nodesOf(value))]
    return node.type === TYPE.tag ? [node, ...nodesOf(node.children)] : [node]
  })
}

/** As it was written: the value of a literal has its quotation resolved. */
function extent({ location }: MessageFormatElement): [start: number, end: number] {
  return [location?.start.offset ?? 0, location?.end.offset ?? 0]
}
