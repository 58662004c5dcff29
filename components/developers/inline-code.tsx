import { Fragment } from 'react'

/** Text of the document, in which code stands between backquotes. */
export function InlineCode({ text }: { text: string }) {
  return text.split('`').map((part, i) => {
    // A part has no name but its place.
    const key = `${i} ${part}`
    return i % 2 === 1 ? (
      <code key={key} className="wrap-anywhere">
        {part}
      </code>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    )
  })
}
